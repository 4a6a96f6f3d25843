using System.Management.Automation;

namespace PaymentCrypto.Help;

/// <summary>What a cmdlet takes from the pipeline.</summary>
internal static class PipelineInput
{
    /// <summary>In the words that PowerShell has for it.</summary>
    public static string Of(CommandParameterInfo parameter) => (parameter.ValueFromPipeline, parameter.ValueFromPipelineByPropertyName) switch
    {
        (true, true) => "true (ByValue, ByPropertyName)",
        (true, false) => "true (ByValue)",
        (false, true) => "true (ByPropertyName)",
        _ => "false",
    };

    /// <summary>The types of whole objects, then the properties that are looked for on any object.</summary>
    public static IReadOnlyList<TypeHelp> Of(CmdletInfo cmdlet)
    {
        CommandParameterInfo[] parameters = [.. cmdlet.ParameterSets.SelectMany(set => set.Parameters)];
        IEnumerable<TypeHelp> whole =
            from parameter in parameters
            where parameter.ValueFromPipeline
            group parameter.Name by parameter.ParameterType into names
            select new TypeHelp((names.Key.IsArray ? names.Key.GetElementType()! : names.Key).FullName!, $"For {Dashed(names)}.");
        string[] properties = [.. parameters.Where(parameter => parameter.ValueFromPipelineByPropertyName).Select(parameter => parameter.Name).Distinct()];
        return properties.Length == 0
            ? [.. whole]
            : [.. whole, new TypeHelp("Any object with properties of these names or their aliases", Dashed(properties) + ".")];
    }

    private static string Dashed(IEnumerable<string> names) => string.Join(", ", names.Distinct().Select(name => "-" + name));
}
