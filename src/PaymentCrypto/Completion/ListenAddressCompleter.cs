namespace PaymentCrypto.Completion;

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
