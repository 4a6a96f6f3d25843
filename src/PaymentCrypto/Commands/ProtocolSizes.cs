using System.Collections;
using System.Globalization;
using System.Reflection;
using PaymentCrypto.Api;

namespace PaymentCrypto.Commands;

/// <summary>How long the texts of a request or response are, for -Debug: lengths and counts, never a value.</summary>
internal static class ProtocolSizes
{
    /// <summary>Each text and list by its path, for example <c>KeyMaterial.Tr31KeyBlock.WrappedKeyBlock 144</c>.</summary>
    /// <param name="message">The request or response.</param>
    public static string Of(object message)
    {
        var parts = new List<string>();
        Add(parts, message, path: string.Empty);
        return parts.Count == 0 ? "empty" : string.Join(", ", parts);
    }

    private static void Add(List<string> parts, object message, string path)
    {
        foreach (PropertyInfo property in message.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public))
        {
            string name = path + property.Name;
            if (property.Name is nameof(ApiRequest<ApiResponse>.Operation) or nameof(ApiResponse.Metadata) && path.Length == 0)
            {
                continue;
            }

            switch (property.GetValue(message))
            {
                case string text:
                    parts.Add(string.Create(CultureInfo.InvariantCulture, $"{name} {text.Length}"));
                    break;
                case ApiStructure structure:
                    Add(parts, structure, name + ".");
                    break;
                case ICollection list:
                    parts.Add(string.Create(CultureInfo.InvariantCulture, $"{name} {list.Count} items"));
                    break;
                default:
                    break;
            }
        }
    }
}
