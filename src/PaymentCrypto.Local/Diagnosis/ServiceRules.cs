using PaymentCrypto.Api;
using PaymentCrypto.Api.Tools;
using PaymentCrypto.Cryptography;
using PaymentCrypto.Cryptography.Diagnosis;
using PaymentCrypto.Cryptography.KeyBlocks.Tr31;
using PaymentCrypto.Local.Exchange;
using PaymentCrypto.Local.Keys;

namespace PaymentCrypto.Local.Diagnosis;

/// <summary>What the service asks beyond the formats: the engine's own rules, one by one.</summary>
internal static class ServiceRules
{
    /// <summary>The API's pattern of a key block is letters and digits; X9.143 allows any printable character in an optional block.</summary>
    public static void Characters(string block, Examination examination)
    {
        int at = block.AsSpan().IndexOfAnyExcept(LettersAndDigits);
        if (at < 0)
        {
            examination.Pass(ExchangeCause.ServiceCharacters, "Letters and digits alone.");
        }
        else if (block[at] is >= ' ' and <= '~')
        {
            examination.Fail(ExchangeCause.ServiceCharacters, $"Character {at + 1} of the block is '{block[at]}'.", "letters and digits alone");
        }
    }

    /// <summary>Usage, mode of use and algorithm of a header, as far as the key's length is known.</summary>
    /// <returns>The algorithm of the key; null when the service has none such.</returns>
    public static string? Header(Tr31KeyBlockHeader header, int? keyLength, ExchangeEvidence evidence, Examination examination)
    {
        // Without the key, which length it has makes no difference to the rest.
        const int someLength = 16;
        string? algorithm = null;
        Check(examination, ExchangeCause.ServiceAttributes,
            $"The service has usage {header.KeyUsage.Code} with algorithm {(char)header.Algorithm} and mode {(char)header.ModeOfUse}.", () =>
        {
            KeyBlockMapping.RequireKnown(header);
            KeyAttributes attributes = KeyBlockMapping.ToAttributes(header, keyLength ?? someLength);
            KeyAttributeTable.Check(attributes);
            algorithm = attributes.KeyAlgorithm;
        });
        if (header.Version == Tr31Version.E)
        {
            examination.Unknown(ExchangeCause.ServiceVersion,
                "Version E (ISO 20038) is not named in the service's documentation: the local engine takes it unless -Conformance Documented is set.");
        }

        if (KeyBlockMapping.IsExportable(header))
        {
            examination.Pass(ExchangeCause.ServiceExportability, $"Exportability {(char)header.Exportability}: the key may leave the service again.");
        }
        else if (evidence.Direction == TokenDirection.Export)
        {
            examination.Fail(ExchangeCause.ServiceExportability, "Exportability N: the key may not be exported again.", "E or S");
        }
        else
        {
            examination.Pass(ExchangeCause.ServiceExportability, "Exportability N: the key can be imported, and will not leave the service again.");
        }

        return keyLength is null ? null : algorithm;
    }

    /// <summary>A check of the engine.</summary>
    public static void Check(Examination examination, string check, string passed, Action work)
    {
        try
        {
            work();
            examination.Pass(check, passed);
        }
        catch (Exception error) when (error is ValidationException or ResourceNotFoundException)
        {
            examination.Fail(check, error.Message);
        }
        catch (CryptographyException error)
        {
            examination.Fail(error);
        }
    }

    private static System.Buffers.SearchValues<char> LettersAndDigits { get; } =
        System.Buffers.SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
}
