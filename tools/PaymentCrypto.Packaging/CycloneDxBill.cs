using System.Text.Json.Serialization;

namespace PaymentCrypto.Packaging;

/// <summary>A CycloneDX 1.6 document, as far as ours goes. Members are written in their order here.</summary>
internal sealed record CycloneDxBill
{
    [JsonPropertyName("$schema")]
    public string Schema { get; } = "http://cyclonedx.org/schema/bom-1.6.schema.json";

    public string BomFormat { get; } = "CycloneDX";

    public string SpecVersion { get; } = "1.6";

    public string? SerialNumber { get; init; }

    public int Version { get; } = 1;

    public required Subject Metadata { get; init; }

    public required IReadOnlyList<Component> Components { get; init; }

    public required IReadOnlyList<Dependency> Dependencies { get; init; }

    /// <summary>What the bill is of, and when in its life.</summary>
    internal sealed record Subject(IReadOnlyList<Phase> Lifecycles, Component Component);

    internal sealed record Phase([property: JsonPropertyName("phase")] string Name);

    /// <summary>A package or a file. What it has not is left out.</summary>
    internal sealed record Component
    {
        public required string Type { get; init; }

        [JsonPropertyName("bom-ref")]
        public required string BomRef { get; init; }

        public string? Publisher { get; init; }

        public required string Name { get; init; }

        public string? Version { get; init; }

        public string? Description { get; init; }

        public string? Scope { get; init; }

        public IReadOnlyList<Hash>? Hashes { get; init; }

        public IReadOnlyList<LicenceChoice>? Licenses { get; init; }

        public string? Copyright { get; init; }

        public string? Cpe { get; init; }

        public string? Purl { get; init; }

        public IReadOnlyList<Link>? ExternalReferences { get; init; }

        public IReadOnlyList<Component>? Components { get; init; }
    }

    internal sealed record Hash(string Alg, string Content);

    internal sealed record LicenceChoice(Licence License);

    internal sealed record Licence(string Id);

    internal sealed record Link(string Type, string Url);

    internal sealed record Dependency(string Ref, IReadOnlyList<string> DependsOn);
}
