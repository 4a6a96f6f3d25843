using System.Management.Automation;
using PaymentCrypto.Api;

namespace PaymentCrypto.Commands.DataPlane;

/// <summary>A cmdlet that verifies something: true, or false for what is well-formed and wrong. Everything else is an error.</summary>
public abstract class PcVerifyCmdlet : PcDataPlaneCmdlet
{
    private protected PcVerifyCmdlet()
    {
    }

    /// <summary>Return an object with the result, the reason and the keys, in place of true or false.</summary>
    [Parameter]
    public SwitchParameter Detailed { get; set; }

    /// <summary>Asks, and returns what came of it.</summary>
    /// <param name="request">The request.</param>
    /// <param name="describe">Adds to the result what the answer tells.</param>
    private protected void Verify<TResponse>(ApiRequest<TResponse> request, Action<VerificationResult, TResponse> describe)
        where TResponse : ApiResponse
    {
        var result = new VerificationResult { Operation = request.Operation };
        try
        {
            describe(result, Send(request));
            result.IsValid = true;
        }
        catch (VerificationFailedException wrong)
        {
            result.Reason = wrong.Reason;
            WriteVerbose($"{request.Operation}: {wrong.Reason ?? "wrong"}.");
        }

        WriteObject(Detailed ? result : result.IsValid);
    }
}
