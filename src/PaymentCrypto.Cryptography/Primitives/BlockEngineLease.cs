namespace PaymentCrypto.Cryptography.Primitives;

/// <summary>An engine in the hands of one caller, given back at the end of its scope.</summary>
internal readonly ref struct BlockEngineLease
{
    private readonly BlockEnginePool _pool;

    public BlockEngineLease(BlockEnginePool pool)
    {
        _pool = pool;
        Engine = pool.Rent();
    }

    public BlockEngine Engine { get; }

    public void Dispose() => _pool.Return(Engine);
}
