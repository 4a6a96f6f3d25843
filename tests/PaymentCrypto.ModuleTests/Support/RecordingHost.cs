using System.Globalization;
using System.Management.Automation.Host;

namespace PaymentCrypto.ModuleTests.Support;

/// <summary>A host that keeps what it is shown, on a screen of a given width. It answers only what it was told to.</summary>
internal sealed class RecordingHost(int width) : PSHost
{
    private readonly RecordingUserInterface _ui = new(width);

    public string Text => _ui.Text;

    public string StyledText => _ui.StyledText;

    public bool HasColours { get => _ui.HasColours; set => _ui.HasColours = value; }

    public Queue<string> Answers => _ui.Answers;

    /// <summary>Whether the screen shows what is typed, as a terminal does.</summary>
    public bool EchoAnswers { init => _ui.EchoAnswers = value; }

    /// <summary>What somebody types when no other answer is left; null when nobody is there then.</summary>
    public string? DefaultAnswer { init => _ui.DefaultAnswer = value; }

    public override string Name => nameof(RecordingHost);

    public override Version Version { get; } = new(1, 0);

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override CultureInfo CurrentCulture => CultureInfo.InvariantCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.InvariantCulture;

    public override PSHostUserInterface UI => _ui;

    public override void EnterNestedPrompt() => throw new NotSupportedException();

    public override void ExitNestedPrompt() => throw new NotSupportedException();

    public override void NotifyBeginApplication()
    {
    }

    public override void NotifyEndApplication()
    {
    }

    public override void SetShouldExit(int exitCode)
    {
    }
}
