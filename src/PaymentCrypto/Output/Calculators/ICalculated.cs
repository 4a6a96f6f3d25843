namespace PaymentCrypto;

/// <summary>What a calculator returns, as the last line of its steps.</summary>
internal interface ICalculated
{
    /// <summary>What it is, for example <c>PIN block</c>.</summary>
    string ResultName { get; }

    /// <summary>The value, or what stands for it where it is secret.</summary>
    string ResultText { get; }
}
