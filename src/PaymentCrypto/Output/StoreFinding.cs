using PaymentCrypto.Api.Hosting;

namespace PaymentCrypto;

/// <summary>One thing that Test-PcStore has noticed.</summary>
public sealed class StoreFinding
{
    /// <summary>Creates an empty description.</summary>
    public StoreFinding()
    {
    }

    internal StoreFinding(StoreReportFinding finding)
    {
        Id = finding.Id;
        Severity = finding.Severity.ToString();
        Subject = finding.Subject;
        Message = finding.Message;
        Remedy = finding.Remedy;
    }

    /// <summary>Its stable id, listed in the reference of errors.</summary>
    public string? Id { get; set; }

    /// <summary><c>Information</c>, <c>Warning</c> or <c>Error</c>.</summary>
    public string? Severity { get; set; }

    /// <summary>The file or record that it is about.</summary>
    public string? Subject { get; set; }

    /// <summary>What was found.</summary>
    public string? Message { get; set; }

    /// <summary>What to do about it.</summary>
    public string? Remedy { get; set; }

    /// <inheritdoc/>
    public override string ToString() => $"{Severity} {Id}: {Message}";
}
