namespace PaymentCrypto.Api.Catalog;

/// <summary>One of the two services that AWS Payment Cryptography is on the wire: where it is and how it speaks.</summary>
public sealed record Service
{
    private Service()
    {
    }

    /// <summary>Keys and how they travel.</summary>
    public static Service ControlPlane { get; } = new()
    {
        Id = "Payment Cryptography",
        Version = "2021-09-14",
        EndpointPrefix = "controlplane.payment-cryptography",
        Protocol = ServiceProtocol.AwsJson,
        TargetPrefix = "PaymentCryptographyControlPlane",
    };

    /// <summary>What is done with keys.</summary>
    public static Service DataPlane { get; } = new()
    {
        Id = "Payment Cryptography Data",
        Version = "2022-02-03",
        EndpointPrefix = "dataplane.payment-cryptography",
        Protocol = ServiceProtocol.RestJson,
    };

    /// <summary>Both of them.</summary>
    public static IReadOnlyList<Service> All { get; } = [ControlPlane, DataPlane];

    /// <summary>The service id that AWS tools make names of settings from, with its blanks.</summary>
    public required string Id { get; init; }

    /// <summary>The version of the service model.</summary>
    public required string Version { get; init; }

    /// <summary>The host name of AWS before the region; <c>-fips</c> may follow it.</summary>
    public required string EndpointPrefix { get; init; }

    /// <summary>How its messages are written.</summary>
    public required ServiceProtocol Protocol { get; init; }

    /// <summary>The part of <c>X-Amz-Target</c> before the dot; null where the path names the operation.</summary>
    public string? TargetPrefix { get; init; }

    /// <summary>The service in the scope of a signature: the same for both.</summary>
    public string SigningName { get; } = "payment-cryptography";

    /// <summary>What stands before an error code of the service model in <c>__type</c>.</summary>
    public string ErrorNamespace { get; } = "com.amazonaws.paymentcryptography#";

    /// <summary>The environment variable with which AWS tools find another endpoint of it.</summary>
    public string EndpointVariable => "AWS_ENDPOINT_URL_" + Id.Replace(' ', '_').ToUpperInvariant();

    /// <summary>The key of its settings in a <c>services</c> section of the AWS configuration.</summary>
    public string SettingsName => Id.Replace(' ', '_').ToLowerInvariant();
}
