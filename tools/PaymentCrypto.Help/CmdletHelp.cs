namespace PaymentCrypto.Help;

/// <summary>Everything that help says about a cmdlet.</summary>
/// <param name="Name">Verb and noun.</param>
/// <param name="Synopsis">One sentence.</param>
/// <param name="Description">Paragraphs.</param>
/// <param name="ParameterSets">The parameters of each set, in the order of the syntax; the default set first.</param>
/// <param name="Parameters">Every parameter, once.</param>
/// <param name="Inputs">What may come from the pipeline.</param>
/// <param name="Outputs">What it returns.</param>
/// <param name="Examples">Two or more.</param>
/// <param name="Links">Names of cmdlets and topics, or addresses.</param>
internal sealed record CmdletHelp(
    string Name,
    string Synopsis,
    IReadOnlyList<string> Description,
    IReadOnlyList<IReadOnlyList<ParameterHelp>> ParameterSets,
    IReadOnlyList<ParameterHelp> Parameters,
    IReadOnlyList<TypeHelp> Inputs,
    IReadOnlyList<TypeHelp> Outputs,
    IReadOnlyList<Example> Examples,
    IReadOnlyList<RelatedLink> Links);
