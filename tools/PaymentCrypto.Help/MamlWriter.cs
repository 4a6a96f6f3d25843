using System.Text;
using System.Xml;

namespace PaymentCrypto.Help;

/// <summary>Writes help in the format that Get-Help reads (MAML), with no more in it than Get-Help shows.</summary>
internal sealed class MamlWriter
{
    private const string Maml = "http://schemas.microsoft.com/maml/2004/10";
    private const string Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private const string Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    private readonly XmlWriter _xml;

    private MamlWriter(XmlWriter xml) => _xml = xml;

    public static void Write(IEnumerable<CmdletHelp> cmdlets, string path)
    {
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), NewLineChars = "\n", Indent = false };
        using var xml = XmlWriter.Create(path, settings);
        var writer = new MamlWriter(xml);
        xml.WriteStartElement("helpItems", "http://msh");
        xml.WriteAttributeString("schema", "maml");
        xml.WriteAttributeString("xmlns", "maml", null, Maml);
        xml.WriteAttributeString("xmlns", "command", null, Command);
        xml.WriteAttributeString("xmlns", "dev", null, Dev);
        foreach (CmdletHelp cmdlet in cmdlets)
        {
            xml.WriteWhitespace("\n");
            writer.Write(cmdlet);
        }

        xml.WriteWhitespace("\n");
        xml.WriteEndElement();
    }

    private void Write(CmdletHelp cmdlet)
    {
        int dash = cmdlet.Name.IndexOf('-');
        Element("command", Command, () =>
        {
            Element("details", Command, () =>
            {
                Text("name", Command, cmdlet.Name);
                Text("verb", Command, cmdlet.Name[..dash]);
                Text("noun", Command, cmdlet.Name[(dash + 1)..]);
                Description([cmdlet.Synopsis]);
            });
            Description(cmdlet.Description);
            Element("syntax", Command, () => Each(cmdlet.ParameterSets, set => Syntax(cmdlet.Name, set)));
            Element("parameters", Command, () => Each(cmdlet.Parameters, Parameter));
            Element("inputTypes", Command, () => Each(cmdlet.Inputs, type => Type("inputType", type)));
            Element("returnValues", Command, () => Each(cmdlet.Outputs, type => Type("returnValue", type)));
            Element("examples", Command, () =>
            {
                for (int index = 0; index < cmdlet.Examples.Count; index++)
                {
                    Example(cmdlet.Examples[index], index + 1);
                }
            });
            Element("relatedLinks", Maml, () => Each(cmdlet.Links, Link));
        });
    }

    private void Syntax(string cmdlet, IReadOnlyList<ParameterHelp> set) => Element("syntaxItem", Command, () =>
    {
        Text("name", Maml, cmdlet);
        Each(set, parameter => Element("parameter", Command, () =>
        {
            Binding(parameter);
            Text("name", Maml, parameter.Name);
            if (parameter.AcceptedValues.Count > 0)
            {
                Element("parameterValueGroup", Command, () => Each(parameter.AcceptedValues, Value));
            }
            else if (parameter.TypeName is not null)
            {
                Value(parameter.TypeName);
            }
        }));
    });

    private void Parameter(ParameterHelp parameter) => Element("parameter", Command, () =>
    {
        Binding(parameter);
        _xml.WriteAttributeString("globbing", parameter.Wildcards ? "true" : "false");
        _xml.WriteAttributeString("pipelineInput", parameter.PipelineInput);
        _xml.WriteAttributeString("aliases", parameter.Aliases.Count == 0 ? "none" : string.Join(", ", parameter.Aliases));
        Text("name", Maml, parameter.Name);
        Description(parameter.Description);
        Value(parameter.TypeName ?? "SwitchParameter", required: parameter.TypeName is not null);
        Text("defaultValue", Dev, parameter.DefaultValue ?? (parameter.TypeName is null ? "False" : "None"));
    });

    private void Binding(ParameterHelp parameter)
    {
        _xml.WriteAttributeString("required", parameter.Required ? "true" : "false");
        _xml.WriteAttributeString("position", parameter.Position);
    }

    private void Value(string value) => Value(value, required: true);

    private void Value(string value, bool required)
    {
        _xml.WriteStartElement("parameterValue", Command);
        _xml.WriteAttributeString("required", required ? "true" : "false");
        _xml.WriteString(value);
        _xml.WriteEndElement();
    }

    private void Type(string element, TypeHelp type) => Element(element, Command, () =>
    {
        Element("type", Dev, () => Text("name", Maml, type.Name));
        if (type.Description.Length > 0)
        {
            Description([type.Description]);
        }
    });

    private void Example(Example example, int number) => Element("example", Command, () =>
    {
        Text("title", Maml, $"--- Example {number}: {example.Title} ---");
        Text("code", Dev, string.Join('\n', example.Output.Count == 0 ? example.Code : [.. example.Code, string.Empty, .. example.Output]));
        Element("remarks", Dev, () => Each([.. example.Remark, string.Empty], paragraph => Text("para", Maml, paragraph)));
    });

    private void Link(RelatedLink link) => Element("navigationLink", Maml, () =>
    {
        Text("linkText", Maml, link.Text);
        if (link.Address is not null)
        {
            Text("uri", Maml, link.Address);
        }
    });

    private void Description(IReadOnlyList<string> paragraphs) =>
        Element("description", Maml, () => Each(paragraphs, paragraph => Text("para", Maml, paragraph)));

    private void Element(string name, string @namespace, Action content)
    {
        _xml.WriteStartElement(name, @namespace);
        content();
        _xml.WriteEndElement();
    }

    private void Text(string name, string @namespace, string text) => _xml.WriteElementString(name, @namespace, text);

    private static void Each<T>(IEnumerable<T> items, Action<T> write)
    {
        foreach (T item in items)
        {
            write(item);
        }
    }
}
