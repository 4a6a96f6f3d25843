using System.Management.Automation;
using Newtonsoft.Json;

namespace PaymentCrypto;

/// <summary>The heading that a key has in common with its class: C# lets a class have it only from a base.</summary>
public abstract class KeyHeading
{
    private protected KeyHeading()
    {
    }

    /// <summary>What views show as <c>Key</c>: the first alias, or the key id.</summary>
    [Hidden]
    [JsonIgnore]
    public string? Key => Name;

    private protected abstract string? Name { get; }
}
