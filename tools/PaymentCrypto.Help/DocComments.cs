using System.Reflection;
using System.Xml.Linq;

namespace PaymentCrypto.Help;

/// <summary>The doc comments that the compiler has collected from an assembly.</summary>
internal sealed class DocComments
{
    private readonly Dictionary<string, XElement> _members;

    private DocComments(Dictionary<string, XElement> members) => _members = members;

    public static DocComments Load(string path) => new(
        XDocument.Load(path, LoadOptions.PreserveWhitespace)
            .Descendants("member")
            .ToDictionary(member => member.Attribute("name")!.Value, StringComparer.Ordinal));

    /// <summary>The comment of a type; null where it has none.</summary>
    public XElement? Of(Type type) => _members.GetValueOrDefault($"T:{type.FullName?.Replace('+', '.')}");

    /// <summary>The comment of a property, which may be inherited: that of the class that declares it.</summary>
    public XElement? Of(PropertyInfo property) => _members.GetValueOrDefault($"P:{property.DeclaringType!.FullName}.{property.Name}");
}
