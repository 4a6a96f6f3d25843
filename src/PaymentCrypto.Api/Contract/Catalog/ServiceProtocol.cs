namespace PaymentCrypto.Api.Catalog;

/// <summary>The protocols of AWS that the services speak.</summary>
public enum ServiceProtocol
{
    /// <summary>AWS JSON 1.0: everything at <c>POST /</c>, the operation in <c>X-Amz-Target</c>.</summary>
    AwsJson,

    /// <summary>REST-JSON: the operation and its labels in method and path.</summary>
    RestJson,
}
