namespace PaymentCrypto.Help;

/// <summary>What help says about a parameter.</summary>
/// <param name="Name">Without the dash.</param>
/// <param name="TypeName">As PowerShell writes it in a syntax line; null for a switch.</param>
/// <param name="Description">Paragraphs.</param>
/// <param name="Required">Whether it is mandatory.</param>
/// <param name="Position">A number, or <c>named</c>.</param>
/// <param name="PipelineInput">What it takes from the pipeline, in PowerShell's words.</param>
/// <param name="Aliases">Its other names.</param>
/// <param name="DefaultValue">The value that it has unless given; null where there is none to tell.</param>
/// <param name="AcceptedValues">Every value that it takes, where they are known: they stand in the syntax in place of the type.</param>
/// <param name="Wildcards">Whether wildcards have a meaning in it.</param>
internal sealed record ParameterHelp(
    string Name,
    string? TypeName,
    IReadOnlyList<string> Description,
    bool Required,
    string Position,
    string PipelineInput,
    IReadOnlyList<string> Aliases,
    string? DefaultValue,
    IReadOnlyList<string> AcceptedValues,
    bool Wildcards);
