namespace PaymentCrypto.Help;

/// <summary>What is missing or wrong in the help, in the form in which MSBuild reports errors.</summary>
internal sealed class Problems
{
    private readonly List<string> _all = [];

    public bool Any => _all.Count > 0;

    public IEnumerable<string> All => _all.Order(StringComparer.Ordinal);

    /// <summary>Something about a cmdlet or one of its parameters.</summary>
    /// <param name="subject">The cmdlet, or the cmdlet and its parameter: <c>Get-PcKey -Usage</c>.</param>
    /// <param name="message">What is wrong and what to do.</param>
    public void Report(string subject, string message) => _all.Add($"PaymentCrypto.Help : error PCHELP1 : {subject}: {message}");

    /// <summary>Something about a line of a file.</summary>
    public void Report(string file, int line, string message) => _all.Add($"{file}({line}) : error PCHELP2 : {message}");
}
