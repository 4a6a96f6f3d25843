using System.Globalization;
using System.Text;
using PaymentCrypto.Values;

namespace PaymentCrypto.Inventory;

/// <summary>
/// Writes the keys and aliases of an inventory as import blocks for Terraform 1.5 and later: <c>terraform plan -generate-config-out</c> makes the
/// resources of them. The ids are those of the AWS provider: the ARN of a key, the name of an alias.
/// </summary>
internal sealed class TerraformInventoryWriter : IInventoryWriter
{
    private readonly StreamWriter _text;
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    public TerraformInventoryWriter(Stream stream)
    {
        _text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        _text.WriteLine(
            "# terraform plan -generate-config-out=keys.tf writes the resources; terraform apply takes what is there under its care and makes nothing.");
    }

    public void Write(KeyInventoryItem item)
    {
        string[] aliases = item.Kind == InventoryKind.Alias ? [item.Name!] : item.Aliases is { Length: > 0 } list ? list.Split("; ") : [];
        // What goes away cannot be taken under anybody's care.
        if (item.Kind == InventoryKind.Key && item.State is not ("deleting" or "deleted" or "failed"))
        {
            Import("aws_paymentcryptography_key", aliases is [var first, ..] ? first : $"key_{item.KeyId}", item.KeyArn!);
        }

        foreach (string alias in aliases)
        {
            Import("aws_paymentcryptography_key_alias", alias, alias);
        }
    }

    public void Finish() => _text.Flush();

    public void Dispose() => _text.Dispose();

    private static string Quoted(string text) => '"' + text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal)
        .Replace("${", "$${", StringComparison.Ordinal)
        .Replace("%{", "%%{", StringComparison.Ordinal) + '"';

    private void Import(string type, string name, string id) => _text.WriteLine($"\nimport {{\n  to = {Address(type, name)}\n  id = {Quoted(id)}\n}}");

    // A name in HCL: letters, digits, _ and -, and no digit in front. Two aliases may come to the same.
    private string Address(string type, string name)
    {
        string bare = name.StartsWith("alias/", StringComparison.Ordinal) ? name["alias/".Length..] : name;
        string plain = string.Concat(bare.Select(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' ? letter : '_'));
        string label = plain.Length == 0 || !char.IsAsciiLetter(plain[0]) ? "_" + plain : plain;
        string address = $"{type}.{label}";
        for (int number = 2; !_names.Add(address); number++)
        {
            address = string.Create(CultureInfo.InvariantCulture, $"{type}.{label}_{number}");
        }

        return address;
    }
}
