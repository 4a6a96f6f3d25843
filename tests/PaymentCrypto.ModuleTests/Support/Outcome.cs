using System.Management.Automation;

namespace PaymentCrypto.ModuleTests.Support;

/// <summary>What a script did.</summary>
/// <param name="Output">Its output.</param>
/// <param name="Errors">Errors that did not end it.</param>
/// <param name="Warnings">Its warnings.</param>
/// <param name="Told">Its verbose and debug messages.</param>
/// <param name="Terminating">The error that ended it.</param>
internal sealed record Outcome(
    IReadOnlyList<PSObject> Output,
    IReadOnlyList<ErrorRecord> Errors,
    IReadOnlyList<string> Warnings,
    IReadOnlyList<string> Told,
    ErrorRecord? Terminating)
{
    /// <summary>The output of a script that went well.</summary>
    public IReadOnlyList<PSObject> Succeed()
    {
        Assert.Null(Terminating?.ToString());
        Assert.Empty(Errors.Select(error => error.ToString()));
        return Output;
    }

    /// <summary>The one output object of a script that went well.</summary>
    public PSObject Single() => Assert.Single(Succeed());

    /// <summary>The one output object of a script that went well, as text.</summary>
    public string Text() => (string)Single().BaseObject;

    /// <summary>The one error, which did not end the script.</summary>
    public ErrorRecord Error()
    {
        Assert.Null(Terminating?.ToString());
        return Assert.Single(Errors);
    }
}
