using System.Text;
using PaymentCrypto.Api;
using PaymentCrypto.Commands.DataPlane;

namespace PaymentCrypto.Commands.Macs;

/// <summary>The parameters that making and verifying a MAC have in common, as the service's structure of them.</summary>
internal sealed class MacInput
{
    /// <summary>The set of a MAC key or, with a serial number, a DUKPT key.</summary>
    public const string KeySet = "Key";

    /// <summary>The set of an EMV session key.</summary>
    public const string EmvSet = "Emv";

    /// <summary>The longest message that the service takes, in bytes.</summary>
    public const int MostBytes = 4096;

    private const string Algorithm = nameof(NewPcMacCommand.Algorithm);

    /// <summary>The algorithm of a static key: the one given, or that of the key's usage.</summary>
    /// <param name="algorithm">What was given.</param>
    /// <param name="facts">Asks what the key is.</param>
    /// <exception cref="ParameterException">The key is none for MACs.</exception>
    public static MacAttributes OfKey(string? algorithm, Func<KeyFacts> facts)
    {
        string chosen = Field.Choice(nameof(NewPcMacCommand.Algorithm), algorithm, MacAlgorithm.All) ?? facts().Usage switch
        {
            KeyUsage.Tr31M0Iso16609MacKey => MacAlgorithm.As2805Part41,
            KeyUsage.Tr31M1Iso97971MacKey => MacAlgorithm.Iso9797Algorithm1,
            KeyUsage.Tr31M3Iso97973MacKey => MacAlgorithm.Iso9797Algorithm3,
            KeyUsage.Tr31M6Iso97975CmacKey => MacAlgorithm.Cmac,
            KeyUsage.Tr31M7HmacKey => MacAlgorithm.Hmac,
            KeyUsage.Tr31B0BaseDerivationKey => throw Field.Missing(nameof(NewPcMacCommand.KeySerialNumber),
                "-Key is a base derivation key (DUKPT): give the key serial number of the transaction with -KeySerialNumber."),
            KeyUsage.Tr31E2EmvMkeyIntegrity => throw Field.Missing(
                nameof(NewPcMacCommand.SessionKeyDerivation), "-Key is an EMV master key: say how the session key comes from it with -SessionKeyDerivation, "
                    + "-PrimaryAccountNumber and -ApplicationCryptogram or -ApplicationTransactionCounter."),
            var other => throw Field.Invalid("Key",
                $"-Key has usage {other}; a MAC needs a MAC key (M0, M1, M3, M6 or M7), a base derivation key (B0) or an EMV master key for integrity (E2)."),
        };
        return new MacAttributes { Algorithm = chosen };
    }

    /// <summary>A DUKPT key; null when there is no serial number.</summary>
    public static MacAttributes? OfDukpt(string? algorithm, string? serial, string? variant, string? type)
    {
        if (serial is null)
        {
            return variant is null && type is null
                ? null
                : throw Field.Missing(
                    nameof(NewPcMacCommand.KeySerialNumber),
                    $"-{(variant is null ? nameof(NewPcMacCommand.DukptDerivationType) : nameof(NewPcMacCommand.DukptKeyVariant))} is about DUKPT: give the "
                        + $"key serial number too, with -{nameof(NewPcMacCommand.KeySerialNumber)}.");
        }

        MacAlgorithmDukpt dukpt = new()
        {
            KeySerialNumber = Field.KeySerialNumber(nameof(NewPcMacCommand.KeySerialNumber), serial),
            DukptKeyVariant = Field.Choice(nameof(NewPcMacCommand.DukptKeyVariant), variant, DukptKeyVariant.All) ?? DukptKeyVariant.Request,
            DukptDerivationType = Field.Choice(nameof(NewPcMacCommand.DukptDerivationType), type, DukptDerivationType.All),
        };
        return algorithm?.ToUpperInvariant() switch
        {
            null or MacAlgorithm.Cmac => new() { DukptCmac = dukpt },
            MacAlgorithm.Iso9797Algorithm1 => new() { DukptIso9797Algorithm1 = dukpt },
            MacAlgorithm.Iso9797Algorithm3 => new() { DukptIso9797Algorithm3 = dukpt },
            _ => throw Field.Invalid(Algorithm, $"-{Algorithm} {Field.Choice(nameof(NewPcMacCommand.Algorithm), algorithm, MacAlgorithm.All)} is not one of "
                + $"DUKPT: use {MacAlgorithm.Cmac}, {MacAlgorithm.Iso9797Algorithm1} or {MacAlgorithm.Iso9797Algorithm3}."),
        };
    }

    /// <summary>An EMV session key.</summary>
    public static MacAttributes OfEmv(string derivation, string? major, string? pan, string sequence, string? cryptogram, string? counter)
    {
        string mode = EmvInput.SessionMode(derivation);
        bool fromCryptogram = mode is SessionKeyDerivationMode.EmvCommonSessionKey or SessionKeyDerivationMode.MastercardSessionKey;
        string wanted = fromCryptogram ? nameof(NewPcMacCommand.ApplicationCryptogram) : nameof(NewPcMacCommand.ApplicationTransactionCounter);
        if ((fromCryptogram ? cryptogram : counter) is null)
        {
            throw Field.Missing(wanted, $"-{wanted} is needed: with -SessionKeyDerivation {mode} the session key comes from it.");
        }

        return new()
        {
            EmvMac = new MacAlgorithmEmv
            {
                MajorKeyDerivationMode = EmvInput.Major(major, pan),
                PrimaryAccountNumber = Field.Pan(pan),
                PanSequenceNumber = Field.PanSequenceNumber(sequence),
                SessionKeyDerivationMode = mode,
                SessionKeyDerivationValue = fromCryptogram
                    ? new SessionKeyDerivationValue { ApplicationCryptogram = EmvInput.Cryptogram(nameof(NewPcMacCommand.ApplicationCryptogram), cryptogram) }
                    : new SessionKeyDerivationValue { ApplicationTransactionCounter = Field.TransactionCounter(counter) },
            },
        };
    }

    /// <summary>How long a MAC shall be, in bytes; null leaves it to the algorithm.</summary>
    public static int? Length(int? length) => length is null or (>= 4 and <= 32)
        ? length
        : throw Field.Invalid("MacLength", $"-MacLength is {length}; a MAC has 4 to 32 bytes.");

    /// <summary>The name of the algorithm, for the result.</summary>
    public static string NameOf(MacAttributes attributes) => attributes switch
    {
        { Algorithm: { } algorithm } => algorithm,
        { DukptCmac: not null } => "DUKPT_" + MacAlgorithm.Cmac,
        { DukptIso9797Algorithm1: not null } => "DUKPT_" + MacAlgorithm.Iso9797Algorithm1,
        { DukptIso9797Algorithm3: not null } => "DUKPT_" + MacAlgorithm.Iso9797Algorithm3,
        _ => "EMV_MAC",
    };

    /// <summary>The message in the service's form.</summary>
    public static string Message(string data, Encoding? encoding) => DataText.ToHex(nameof(NewPcMacCommand.Data), data, encoding, MostBytes);
}
