using System.Management.Automation;

namespace PaymentCrypto.ModuleTests.Documentation;

/// <summary>What code of the documentation did.</summary>
/// <param name="Screen">What was shown.</param>
/// <param name="Errors">Every error that it did not handle itself.</param>
internal sealed record CodeResult(string Screen, IReadOnlyList<ErrorRecord> Errors)
{
    /// <summary>Nothing went wrong, or exactly what the documentation says that goes wrong.</summary>
    /// <param name="expectedError">The id of an error; null for none.</param>
    /// <param name="where">The example, for the message.</param>
    public void Verify(string? expectedError, string where)
    {
        if (expectedError is null)
        {
            Assert.True(Errors.Count == 0, $"{where}\n{string.Join('\n', Errors.Select(error => $"{error.FullyQualifiedErrorId}: {error}\n{error.InvocationInfo?.PositionMessage}"))}\n{Screen}");
        }
        else
        {
            Assert.True(Errors.Any(error => error.FullyQualifiedErrorId.Split(',')[0] == expectedError), $"{where}: {expectedError} was expected.\n{Screen}");
            Assert.All(Errors, error => Assert.StartsWith(expectedError, error.FullyQualifiedErrorId, StringComparison.Ordinal));
        }
    }
}
