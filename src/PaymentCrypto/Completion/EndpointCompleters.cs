using System.Globalization;
using PaymentCrypto.Api.Catalog;
using PaymentCrypto.Sessions;

namespace PaymentCrypto.Completion;

/// <summary>Offers the endpoints that this session runs. That of a region needs no URL.</summary>
public sealed class EndpointUrlCompleter : PcCompleter
{
    private protected override IEnumerable<CompletionValue> Values(CompletionRequest request) =>
        PcSession.Current.Endpoints.List().Select(static running =>
            new CompletionValue(running.Endpoint.Url.OriginalString, $"Endpoint of this session, store {running.StorePath ?? "in memory"}"));
}

/// <summary>Offers the ports of the endpoints that this session runs.</summary>
public sealed class EndpointPortCompleter : PcCompleter
{
    private protected override IEnumerable<CompletionValue> Values(CompletionRequest request) =>
        from running in PcSession.Current.Endpoints.List()
        select new CompletionValue(running.Endpoint.Url.Port.ToString(CultureInfo.InvariantCulture),
            $"{running.Endpoint.Url.OriginalString}, store {running.StorePath ?? "in memory"}");

    // A number stays a number.
    private protected override string Write(string text, string? wordToComplete) => text;
}

/// <summary>Offers the addresses that an endpoint usually listens on.</summary>
public sealed class ListenAddressCompleter : ValueCompleter
{
    /// <summary>Creates the completer.</summary>
    public ListenAddressCompleter()
        : base(
            new CompletionValue("127.0.0.1", "This machine only (IPv4)"),
            new CompletionValue("::1", "This machine only (IPv6)"),
            new CompletionValue("0.0.0.0", "Every IPv4 address of this machine: needs -AccessKey and -SecretKey"),
            new CompletionValue("::", "Every address of this machine: needs -AccessKey and -SecretKey"))
    {
    }
}

/// <summary>Offers the operations of the service.</summary>
public sealed class OperationCompleter : ValueCompleter
{
    /// <summary>Creates the completer.</summary>
    public OperationCompleter()
        : base([.. OperationCatalog.All.Select(static operation => new CompletionValue(operation.Name, $"The operation {operation.Name}"))])
    {
    }
}
