using System.Management.Automation;
using System.Xml.Linq;

namespace PaymentCrypto.Help;

/// <summary>Puts together what help says about a cmdlet, and reports what is missing.</summary>
internal sealed class HelpBuilder(CmdletCatalog catalog, DocComments comments, ExampleFiles examples, Problems problems)
{
    private const int FewestExamples = 2;

    public CmdletHelp Build(CmdletInfo cmdlet)
    {
        XElement? comment = comments.Of(cmdlet.ImplementingType);
        IReadOnlyList<string> summary = Text(comment?.Element("summary"));
        if (summary.Count == 0)
        {
            problems.Report(cmdlet.Name, $"There is no synopsis. Write a <summary> on {cmdlet.ImplementingType.Name}.");
        }

        IReadOnlyList<string> description = Text(comment?.Element("remarks"));
        IReadOnlyList<Example> shown = examples.Of(cmdlet.Name);
        if (shown.Count < FewestExamples)
        {
            problems.Report(cmdlet.Name,
                $"There are {shown.Count} examples where at least {FewestExamples} have to be. Write them in Help/Examples/{cmdlet.Name}.ps1.");
        }

        var parameters = new ParameterBuilder(cmdlet, catalog, comments, problems);
        return new CmdletHelp(
            cmdlet.Name,
            string.Join(' ', summary),
            description.Count > 0 ? description : summary,
            parameters.Sets(),
            parameters.All(),
            PipelineInput.Of(cmdlet),
            [.. cmdlet.OutputType.Select(type => new TypeHelp(type.Name, Describe(type.Type)))],
            shown,
            [.. Links(comment)]);
    }

    private string Describe(Type? type) =>
        type is not null && comments.Of(type) is { } comment ? string.Join(' ', Text(comment.Element("summary"))) : string.Empty;

    private IReadOnlyList<string> Text(XElement? element) => DocText.Paragraphs(element, catalog.NameOf);

    private IEnumerable<RelatedLink> Links(XElement? comment) =>
        from link in comment?.Elements("seealso") ?? []
        let text = string.Join(' ', Text(link))
        let code = link.Attribute("cref")?.Value
        let address = link.Attribute("href")?.Value
        select new RelatedLink(text.Length > 0 ? text : code is not null ? catalog.NameOf(code) : address ?? string.Empty, address);
}
