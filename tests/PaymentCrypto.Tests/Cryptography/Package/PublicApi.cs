using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace PaymentCrypto.Tests.Cryptography.Package;

/// <summary>An assembly's public types and members as text: one line each, in an order that only a change of the API changes.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Of(Assembly assembly) =>
        string.Join('\n', assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal).Select(Describe));

    private static string Describe(Type type)
    {
        IEnumerable<string> members = type.IsEnum
            ? Enum.GetNames(type).Select(name => $"{name} = {Convert.ToInt64(Enum.Parse(type, name), CultureInfo.InvariantCulture)}")
            : type.GetMembers(Declared).Where(IsPublic).Select(Describe).Order(StringComparer.Ordinal);
        return $"{Head(type)}\n{string.Concat(members.Select(member => $"    {member}\n"))}";
    }

    private static string Head(Type type)
    {
        string kind = type switch
        {
            { IsEnum: true } => "enum",
            { IsInterface: true } => "interface",
            { IsValueType: true } => "struct",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsSealed: true } => "sealed class",
            { IsAbstract: true } => "abstract class",
            _ => "class",
        };
        Type[] bases = [.. type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) && parent != typeof(Enum)
            ? [parent]
            : Type.EmptyTypes, .. type.IsEnum
            ? []
            : type.GetInterfaces()];
        string inherits = string.Join(", ", bases.Select(Name).Order(StringComparer.Ordinal));
        return $"{kind} {type.FullName}{(inherits.Length > 0 ? " : " + inherits : string.Empty)}";
    }

    // What others can call or, where they can derive, override. Compilers write members too: those of records.
    private static bool IsPublic(MemberInfo member) => !member.IsDefined(typeof(CompilerGeneratedAttribute)) && member switch
    {
        FieldInfo field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly,
        MethodInfo { IsSpecialName: true } method => IsVisible(method) && method.Name.StartsWith("op_", StringComparison.Ordinal),
        MethodBase method => IsVisible(method),
        PropertyInfo property => property.GetAccessors(nonPublic: true).Any(IsVisible),
        _ => false,
    };

    private static bool IsVisible(MethodBase method) =>
        method.IsPublic || ((method.IsFamily || method.IsFamilyOrAssembly) && method.DeclaringType is { IsSealed: false });

    private static string Describe(MemberInfo member) => member switch
    {
        FieldInfo { IsLiteral: true } field => $"const {Name(field.FieldType)} {field.Name} = {field.GetRawConstantValue()}",
        FieldInfo field => $"{Static(field.IsStatic)}{Name(field.FieldType)} {field.Name}",
        ConstructorInfo constructor => $"{Name(constructor.DeclaringType!)}({Parameters(constructor)})",
        MethodInfo method => $"{Static(method.IsStatic)}{Name(method.ReturnType, method.ReturnParameter)} {method.Name}{Generic(method)}({Parameters(method)})",
        PropertyInfo property => Describe(property),
        _ => throw new NotSupportedException(member.ToString()),
    };

    private static string Describe(PropertyInfo property)
    {
        string required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : string.Empty;
        string type = Name(property.PropertyType) + (IsNullable(new NullabilityInfoContext().Create(property)) ? "?" : string.Empty);
        bool isInit = property.SetMethod?.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) == true;
        string get = property.GetMethod is { } getter && IsVisible(getter) ? "get; " : string.Empty;
        string set = property.SetMethod is { } setter && IsVisible(setter) ? (isInit ? "init; " : "set; ") : string.Empty;
        return $"{Static(property.GetAccessors(nonPublic: true)[0].IsStatic)}{required}{type} {property.Name} {{ {get}{set}}}";
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
    {
        string direction = parameter.IsOut ? "out " : parameter.ParameterType.IsByRef ? "ref " : string.Empty;
        string value = parameter.HasDefaultValue ? $" = {parameter.RawDefaultValue ?? "default"}" : string.Empty;
        return $"{direction}{Name(parameter.ParameterType, parameter)} {parameter.Name}{value}";
    }));

    private static string Name(Type type, ParameterInfo parameter) =>
        Name(type) + (type != typeof(void) && IsNullable(new NullabilityInfoContext().Create(parameter)) ? "?" : string.Empty);

    private static bool IsNullable(NullabilityInfo info) =>
        info.ReadState == NullabilityState.Nullable && !info.Type.IsValueType && Nullable.GetUnderlyingType(info.Type) is null;

    private static string Name(Type type)
    {
        if (type.IsByRef)
        {
            return Name(type.GetElementType()!);
        }

        if (type.IsArray)
        {
            return Name(type.GetElementType()!) + "[]";
        }

        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return Name(value) + "?";
        }

        return type.IsGenericType
            ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
            : type.Name;
    }

    private static string Generic(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : string.Empty;

    private static string Static(bool isStatic) => isStatic ? "static " : string.Empty;
}
