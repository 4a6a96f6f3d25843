namespace PaymentCrypto.Api;

/// <summary>Why a calculator refused. The error id is <c>PcCalculation</c> and the name here.</summary>
public enum CalculationFailure
{
    /// <summary>What was given has a length, an alphabet or a value that the calculation does not take.</summary>
    Input,

    /// <summary>The key is not one for this calculation.</summary>
    Key,

    /// <summary>The key serial number is not one that a device ever uses, or has no next.</summary>
    KeySerialNumber,

    /// <summary>The block does not hold a PIN: the key, the PAN or the format is another. One error for all causes.</summary>
    PinBlock,
}
