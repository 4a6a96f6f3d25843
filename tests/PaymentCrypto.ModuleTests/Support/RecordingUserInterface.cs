using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Internal;
using System.Security;
using System.Text;

namespace PaymentCrypto.ModuleTests.Support;

internal sealed class RecordingUserInterface(int width) : PSHostUserInterface
{
    private readonly StringBuilder _text = new();

    /// <summary>What the user types when asked, line by line; nobody is there when it is empty.</summary>
    public Queue<string> Answers { get; } = new();

    /// <summary>Whether the screen shows what is typed, as a terminal does; nothing of what is secret but the end of its line.</summary>
    public bool EchoAnswers { get; set; }

    /// <summary>What somebody types when no other answer is left; null when nobody is there then.</summary>
    public string? DefaultAnswer { get; set; }

    /// <summary>Everything written, without escape sequences.</summary>
    public string Text => new StringDecorated(_text.ToString()).ToString(OutputRendering.PlainText);

    /// <summary>Everything written, with its escape sequences.</summary>
    public string StyledText => _text.ToString();

    /// <summary>Whether the screen says that it can show colours.</summary>
    public bool HasColours { get; set; }

    public override bool SupportsVirtualTerminal => HasColours;

    public override PSHostRawUserInterface RawUI { get; } = new FixedScreen(width);

    public override void Write(string value) => _text.Append(value);

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) => _text.Append(value);

    public override void WriteLine(string value) => _text.Append(value).Append('\n');

    public override void WriteErrorLine(string value) => WriteLine(value);

    public override void WriteDebugLine(string message) => WriteLine("DEBUG: " + message);

    public override void WriteVerboseLine(string message) => WriteLine("VERBOSE: " + message);

    public override void WriteWarningLine(string message) => WriteLine("WARNING: " + message);

    public override void WriteProgress(long sourceId, ProgressRecord record)
    {
    }

    public override string ReadLine()
    {
        string answer = Take();
        Echo(answer);
        return answer;
    }

    public override SecureString ReadLineAsSecureString()
    {
        var text = new SecureString();
        foreach (char character in Take())
        {
            text.AppendChar(character);
        }

        Echo(string.Empty);
        return text;
    }

    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions)
    {
        if (Answers.Count == 0 && DefaultAnswer is null)
        {
            throw new HostException("Nobody is there.");
        }

        WriteLine(message);
        return descriptions.ToDictionary(
            field => field.Name,
            field => PSObject.AsPSObject(field.ParameterTypeFullName == typeof(SecureString).FullName ? ReadLineAsSecureString() : ReadLine()));
    }

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice) =>
        throw new NotSupportedException();

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) =>
        throw new NotSupportedException();

    public override PSCredential PromptForCredential(
        string caption,
        string message,
        string userName,
        string targetName,
        PSCredentialTypes allowedCredentialTypes,
        PSCredentialUIOptions options) => throw new NotSupportedException();

    private string Take() => Answers.TryDequeue(out string? answer) ? answer : DefaultAnswer ?? throw new NotSupportedException();

    private void Echo(string text)
    {
        if (EchoAnswers)
        {
            WriteLine(text);
        }
    }

    private sealed class FixedScreen(int width) : PSHostRawUserInterface
    {
        public override Size BufferSize { get; set; } = new(width, 100);

        public override Size WindowSize { get; set; } = new(width, 100);

        public override Size MaxWindowSize => WindowSize;

        public override Size MaxPhysicalWindowSize => WindowSize;

        public override ConsoleColor ForegroundColor { get; set; }

        public override ConsoleColor BackgroundColor { get; set; }

        public override Coordinates CursorPosition { get; set; }

        public override Coordinates WindowPosition { get; set; }

        public override int CursorSize { get; set; }

        public override string WindowTitle { get; set; } = string.Empty;

        public override bool KeyAvailable => false;

        public override void FlushInputBuffer()
        {
        }

        public override KeyInfo ReadKey(ReadKeyOptions options) => throw new NotSupportedException();

        public override BufferCell[,] GetBufferContents(Rectangle rectangle) => throw new NotSupportedException();

        public override void ScrollBufferContents(Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill) =>
            throw new NotSupportedException();

        public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) => throw new NotSupportedException();

        public override void SetBufferContents(Rectangle rectangle, BufferCell fill) => throw new NotSupportedException();
    }
}
