namespace PaymentCrypto.Api;

/// <summary>The key, alias, token or certificate does not exist in this account and region.</summary>
/// <remarks>On the wire the service sends only the resource id and no message; the message here is made from it.</remarks>
public sealed class ResourceNotFoundException : ServiceException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="resourceId">What was asked for, as the caller wrote it; null when the service did not say.</param>
    /// <param name="message">A better message than the one made from the id.</param>
    public ResourceNotFoundException(string? resourceId, string? message = null)
        : base(nameof(ResourceNotFoundException), 404, ErrorKind.NotFound, message ?? DefaultMessage(resourceId)) => ResourceId = resourceId;

    /// <summary>What was asked for, as the caller wrote it.</summary>
    public string? ResourceId { get; }

    private static string DefaultMessage(string? resourceId) => resourceId is null
        ? "The resource does not exist in this account and region."
        : $"'{resourceId}' does not exist in this account and region.";
}
