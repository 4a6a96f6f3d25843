namespace PaymentCrypto.Errors;

/// <summary>A provider failed in a way that is not part of its contract. Tells such a fault from one of the pipeline's own exceptions.</summary>
internal sealed class UnexpectedFailureException(Exception cause)
    : Exception($"The provider failed unexpectedly: {cause.Message}", cause);
