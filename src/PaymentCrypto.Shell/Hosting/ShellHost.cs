using System.Globalization;
using System.Management.Automation.Host;

namespace PaymentCrypto.Shell.Hosting;

/// <summary>The host that PowerShell sees.</summary>
/// <param name="canAsk">Whether somebody is there to answer questions.</param>
internal sealed class ShellHost(bool canAsk) : PSHost
{
    /// <summary>What the script asked to exit with; null as long as it has not.</summary>
    public int? ExitCode { get; private set; }

    /// <summary>The user interface, by its own type.</summary>
    public ShellUserInterface UserInterface { get; } = new(canAsk);

    /// <inheritdoc/>
    public override string Name => "PaymentCrypto.Shell";

    /// <inheritdoc/>
    public override Version Version { get; } = typeof(ShellHost).Assembly.GetName().Version!;

    /// <inheritdoc/>
    public override Guid InstanceId { get; } = Guid.NewGuid();

    /// <inheritdoc/>
    public override CultureInfo CurrentCulture { get; } = CultureInfo.CurrentCulture;

    /// <inheritdoc/>
    public override CultureInfo CurrentUICulture { get; } = CultureInfo.CurrentUICulture;

    /// <inheritdoc/>
    public override PSHostUserInterface UI => UserInterface;

    /// <inheritdoc/>
    public override void SetShouldExit(int exitCode) => ExitCode = exitCode;

    /// <inheritdoc/>
    public override void EnterNestedPrompt() => throw new NotSupportedException("This shell has no nested prompt.");

    /// <inheritdoc/>
    public override void ExitNestedPrompt() => throw new NotSupportedException("This shell has no nested prompt.");

    /// <inheritdoc/>
    public override void NotifyBeginApplication()
    {
    }

    /// <inheritdoc/>
    public override void NotifyEndApplication()
    {
    }
}
