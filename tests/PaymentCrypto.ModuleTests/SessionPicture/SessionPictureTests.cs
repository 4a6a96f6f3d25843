using System.Text.RegularExpressions;
using System.Xml.Linq;
using PaymentCrypto.ModuleTests.Support;

namespace PaymentCrypto.ModuleTests.SessionPicture;

/// <summary>
/// The picture on the README's first screen is what docs/session/session.ps1 really shows. With PAYMENTCRYPTO_UPDATE=1 this draws it
/// anew:
/// <code>PAYMENTCRYPTO_UPDATE=1 dotnet run --project tests/PaymentCrypto.ModuleTests -- -class '*SessionPictureTests'</code>
/// </summary>
public sealed partial class SessionPictureTests
{
    private const string Title = "A PaymentCrypto session in PowerShell";

    private const string Description =
        "Get-PcImportParameters answers with an import token, valid for 30 days, and the certificate to wrap a key for. "
        + "Then two keys are made, one is exported as a TR-31 key block under the other and imported again, and Get-PcKey lists "
        + "all three: the exported key and its copy have the same check value.";

    private static readonly string Script = Path.Combine(Locations.RepositoryRoot, "docs", "session", "session.ps1");
    private static readonly string Picture = Path.Combine(Locations.RepositoryRoot, "docs", "images", "session.svg");

    [Fact]
    public void The_picture_shows_what_the_session_shows()
    {
        string drawn = SvgTerminal.Draw(SessionRun.Of(Script), SessionRun.Width, Title, Description);
        if (Environment.GetEnvironmentVariable("PAYMENTCRYPTO_UPDATE") == "1")
        {
            File.WriteAllText(Picture, drawn);
        }

        Assert.Equal(Words(drawn), Words(File.ReadAllText(Picture)));
    }

    [Fact]
    public void The_key_that_comes_back_has_the_same_check_value()
    {
        string[] keys = [.. Lines(XElement.Load(Picture)).Where(line => line.Contains("AES_128 enabled", StringComparison.Ordinal))];

        Assert.Equal(2, keys.Length);
        Assert.Single(keys.Select(line => KeyCheckValue().Match(line).Value).Distinct());
    }

    [Fact]
    public void The_README_shows_the_picture() =>
        Assert.Contains("](docs/images/session.svg)", File.ReadAllText(Path.Combine(Locations.RepositoryRoot, "README.md")), StringComparison.Ordinal);

    // The text, line by line, with its styles. What is random or from the clock is left out, and with it how wide a column is.
    private static string[] Words(string svg)
    {
        var picture = XElement.Parse(svg);
        Assert.NotEmpty(picture.Elements().Single(element => element.Name.LocalName == "title").Value);
        Assert.NotEmpty(picture.Elements().Single(element => element.Name.LocalName == "desc").Value);
        return [.. Texts(picture).Select(line =>
            string.Join(' ', line.Elements().Select(part => $"{part.Attribute("class")?.Value}:{Varying().Replace(part.Value, "*")}")))];
    }

    private static IEnumerable<string> Lines(XElement picture) =>
        Texts(picture).Select(line => Spaces().Replace(string.Join(' ', line.Elements().Select(part => part.Value)), " "));

    private static IEnumerable<XElement> Texts(XElement picture) =>
        picture.Elements().Where(element => element.Name.LocalName == "text" && element.HasElements);

    [GeneratedRegex(@"import-token-\w+|[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9:]{8}Z|\([0-9]+ d [0-9]+ h left\)|SERIALNUMBER=[0-9]+|\b[0-9A-F]{12,}\b|^[0-9A-F]+\)?$|D0[0-9]{3}[A-Z0-9]{60,}|\b[0-9a-z]{16}\b|\b[0-9A-F]{6}\b|\b[0-9]+ (s|min)$|-{3,}| +")]
    private static partial Regex Varying();

    [GeneratedRegex(@"\b[0-9A-F]{6}\b")]
    private static partial Regex KeyCheckValue();

    [GeneratedRegex(" +")]
    private static partial Regex Spaces();
}
