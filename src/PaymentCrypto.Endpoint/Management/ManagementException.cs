namespace PaymentCrypto.Endpoint.Management;

/// <summary>A management request is refused.</summary>
internal sealed class ManagementException(int status, string errorId, string message) : Exception(message)
{
    /// <summary>The HTTP status.</summary>
    internal int Status { get; } = status;

    /// <summary>The stable id.</summary>
    internal string ErrorId { get; } = errorId;
}
