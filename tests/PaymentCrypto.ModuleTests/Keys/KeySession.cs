using System.Management.Automation;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests.Keys;

/// <summary>Sessions on a store of their own, in memory, and short words for what tests ask of them.</summary>
internal static class KeySession
{
    public static ModuleSession New(int width = 120)
    {
        var session = new ModuleSession(width: width);
        session.Run("Set-PcProvider -InMemory").Succeed();
        return session;
    }

    /// <summary>A property of an output object. Those that are scripts need a runspace: ask for them in the script.</summary>
    public static object? Value(this PSObject instance, string property)
    {
        PSPropertyInfo? found = instance.Properties[property];
        Assert.NotNull(found);
        return found.Value is PSObject wrapped ? wrapped.BaseObject : found.Value;
    }

    /// <summary>The output of a script that went well, as texts.</summary>
    public static string[] Texts(this ModuleSession session, string script) => [.. session.Run(script).Succeed().Select(item => item.ToString())];

    /// <summary>The number that a script counts.</summary>
    public static int Count(this ModuleSession session, string script) => session.Run(script).Succeed().Count;

    /// <summary>What is offered at the end of a line.</summary>
    public static CompletionResult[] Complete(this ModuleSession session, string line)
    {
        using var shell = PowerShell.Create(session.Runspace);
        return [.. CommandCompletion.CompleteInput(line, line.Length, null, shell).CompletionMatches];
    }
}
