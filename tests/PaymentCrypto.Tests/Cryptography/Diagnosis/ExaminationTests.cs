using PaymentCrypto.Cryptography.Diagnosis;

namespace PaymentCrypto.Tests.Cryptography.Diagnosis;

/// <summary>What a failure says by itself, and what its examination says of it instead.</summary>
public sealed class ExaminationTests
{
    [Fact]
    public void A_failure_says_what_the_guide_says_unless_its_examination_knows_better()
    {
        Examination examination = new();
        examination.Pass(ExchangeCause.Parity, "odd");
        examination.Unknown(ExchangeCause.CheckValue, "none");
        Assert.False(examination.HasFailed);
        examination.Fail(ExchangeCause.MacCut, "four bytes");
        examination.Fail(ExchangeCause.MacCut, "four bytes", "eight bytes", "Do this.", FindingSide.Receiver);
        Assert.True(examination.HasFailed);

        CheckAdvice guide = CheckGuide.Of(ExchangeCause.MacCut)!;
        Assert.NotEqual(FindingSide.Receiver, guide.Side);
        Assert.Equal(["MacCut", "MacCut", "CheckValue", "Parity"], examination.Findings.Select(static finding => finding.Check));
        Assert.Equal((guide.Clause, guide.Action, guide.Side, null), Of(examination.Findings[0]));
        Assert.Equal((guide.Clause, "Do this.", FindingSide.Receiver, "eight bytes"), Of(examination.Findings[1]));
        Assert.Equal((CheckGuide.Of(ExchangeCause.CheckValue)!.Clause, null, null, null), Of(examination.Findings[2]));
    }

    private static (string?, string?, FindingSide?, string?) Of(ExchangeFinding finding) => (finding.Clause, finding.Action, finding.Side, finding.Expected);
}
