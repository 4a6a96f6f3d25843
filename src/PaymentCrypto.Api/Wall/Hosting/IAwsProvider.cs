namespace PaymentCrypto.Api.Hosting;

/// <summary>AWS itself, for the account of its credentials and one region. Disposing it closes its connections. Safe for use from several threads.</summary>
public interface IAwsProvider : IPaymentCryptography, IDisposable
{
    /// <summary>The region.</summary>
    string Region { get; }

    /// <summary>Where the requests of the control plane go.</summary>
    Uri Endpoint { get; }

    /// <summary>Where the credentials come from, for a person to read; never a key.</summary>
    string CredentialSource { get; }
}
