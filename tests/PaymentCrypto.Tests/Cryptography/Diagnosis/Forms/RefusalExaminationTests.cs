using PaymentCrypto.Cryptography.Diagnosis;
using PaymentCrypto.Cryptography.Diagnosis.Forms;

namespace PaymentCrypto.Tests.Cryptography.Diagnosis.Forms;

/// <summary>What the message of a refused request tells: the check that it names, or what the service's words mean.</summary>
public sealed class RefusalExaminationTests
{
    [Theory]
    [InlineData("ValidationException: WrappedKeyBlock was refused (Tr31Length): too short.", "Tr31Length")]
    [InlineData("Import-PcKey: PcKeyBlockTr34NonceMismatch,Import", "Tr34NonceMismatch")]
    [InlineData("PcKeyBlockCertificateExpired", "CertificateExpired")]
    [InlineData("It was refused (Tr31Nothing) and (Tr31Mac).", "Tr31Mac")]
    [InlineData("An error occurred: failed to satisfy constraint: Member must satisfy regular expression pattern: [0-9A-Z]+", "ServiceCharacters")]
    [InlineData("ValidationException: the import token has EXPIRED", "ServiceToken")]
    [InlineData("ValidationException: wrapped by a weaker key", "ServiceStrength")]
    [InlineData("ValidationException: KeyModesOfUse are not allowed for KeyUsage", "ServiceAttributes")]
    [InlineData("ValidationException: The MAC is wrong", "Tr31Mac")]
    [InlineData("ValidationException: the key block header is wrong", "Tr31HeaderField")]
    [InlineData("ValidationException: signature", "CertificateSignature")]
    [InlineData("ValidationException: Something else.", "Refusal")]
    public void A_message_tells_its_check(string message, string check)
    {
        ExchangeFinding fail = Assert.Single(RefusalExamination.Examine(message));
        Assert.Equal((check, FindingOutcome.Fail, message), (fail.Check, fail.Outcome, fail.Found));
        Assert.Equal(CheckGuide.Of(check)!.Action, fail.Action);
        Assert.True(RefusalExamination.IsError(message));
    }

    [Theory]
    [InlineData("SomeException: no", true)]
    [InlineData("the block was refused", true)]
    [InlineData("an ERROR OCCURRED", true)]
    [InlineData("see (Tr31Mac)", true)]
    [InlineData("PcKeyBlockTr31Mac", true)]
    [InlineData("Please find the key attached.", false)]
    [InlineData("Tr31Mac", false)]
    public void A_message_is_known_by_its_words(string text, bool isError)
    {
        Assert.Equal(isError, RefusalExamination.IsError(text));
        Assert.Equal(isError ? MaterialKind.ErrorText : MaterialKind.None, MaterialForm.Recognise(text).Kind);
    }

    [Theory]
    [InlineData(400, 400)]
    [InlineData(401, 401)]
    [InlineData(399, 399)]
    [InlineData(5000, 401)]
    public void A_long_message_is_cut_and_stands_in_one_line(int length, int shown)
    {
        string message = new('x', length);
        Assert.Equal(shown, RefusalExamination.Examine(message)[0].Found.Length);
        Assert.Equal(length <= 400, RefusalExamination.Examine(message)[0].Found == message);
        Assert.Equal("Exception: a b", RefusalExamination.Examine("Exception:\r\n  a\t b ")[0].Found);
    }
}
