namespace PaymentCrypto.Commands.KeyExchange;

/// <summary>A secret that a cmdlet uses: its own, which ends with the use, or one that belongs to an object of the user.</summary>
internal sealed class Lease<T>(T value, bool isOwn) : IDisposable
    where T : IDisposable
{
    public T Value { get; } = value;

    public bool IsOwn => isOwn;

    public void Dispose()
    {
        if (isOwn)
        {
            Value.Dispose();
        }
    }
}
