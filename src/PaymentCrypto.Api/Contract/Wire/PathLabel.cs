using System.Collections.Concurrent;
using System.Reflection;
using PaymentCrypto.Api.Catalog;
using PaymentCrypto.Api.Validation;

namespace PaymentCrypto.Api.Wire;

/// <summary>A request member that stands in the path.</summary>
internal sealed class PathLabel
{
    private static readonly ConcurrentDictionary<(Type Request, string Name), PathLabel> Known = new();

    private readonly PropertyInfo _member;

    private PathLabel(PropertyInfo member) => _member = member;

    internal static PathLabel Of(ApiOperation operation, string name) =>
        Known.TryGetValue((operation.RequestType, name), out PathLabel? known)
            ? known
            : Known.GetOrAdd((operation.RequestType, name), new PathLabel(operation.RequestType.GetProperty(name)!));

    internal void Set(ApiRequest request, string? value) => _member.SetValue(request, value);

    /// <summary>The value for a path.</summary>
    /// <exception cref="ValidationException">There is none, or one that a path would lose: the request would reach another resource.</exception>
    internal string Get(ApiRequest request)
    {
        string? value = (string?)_member.GetValue(request);
        string path = char.ToLowerInvariant(_member.Name[0]) + _member.Name[1..];
        ValidationExceptionField? wrong = value switch
        {
            null => Violation.OfNull(path),
            "" or "." or ".." => Violation.Of(path, "Member must be able to stand in a path", value),
            _ => null,
        };
        return wrong is null ? value! : throw new ValidationException("1 validation error detected: " + wrong.Message) { FieldList = [wrong] };
    }
}
