using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using PaymentCrypto.Api.Json;

namespace PaymentCrypto.Api.Validation;

/// <summary>Reads members as fast as compiled code does. A request is read member by member before its operation sees it.</summary>
internal static class MemberReader
{
    private static readonly MethodInfo BindMethod = typeof(MemberReader).GetMethod(nameof(Bind), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>How to read a member.</summary>
    // A bound delegate has nothing to compile at the start, but is of a type that is first named at run time, for which a program that was compiled ahead of
    // time has no code. There a member is read by what writes it as JSON; only a request that no client can send has none.
    internal static Func<object, object?> Of(PropertyInfo property) => RuntimeFeature.IsDynamicCodeSupported
        ? (Func<object, object?>)BindMethod.MakeGenericMethod(property.DeclaringType!, property.PropertyType).Invoke(null, [property])!
        : JsonReaderOf(property) ?? property.GetValue;

    /// <summary>What reads a member to write it as JSON, which has the same name; null where it is never written.</summary>
    internal static Func<object, object?>? JsonReaderOf(PropertyInfo property) =>
        ApiJson.Options.TryGetTypeInfo(property.DeclaringType!, out JsonTypeInfo? structure)
            ? structure.Properties.FirstOrDefault(member => member.Name == property.Name && member.PropertyType == property.PropertyType)?.Get
            : null;

    private static Func<object, object?> Bind<TOwner, TValue>(PropertyInfo property)
    {
        Func<TOwner, TValue> get = property.GetMethod!.CreateDelegate<Func<TOwner, TValue>>();
        return owner => get((TOwner)owner);
    }
}
