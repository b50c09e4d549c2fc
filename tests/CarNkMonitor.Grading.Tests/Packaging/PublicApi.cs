using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace CarNkMonitor.Grading.Tests.Packaging;

/// <summary>A public type as text: its kind, its bases, and its public and protected members, sorted. What the compiler adds to records is left out.</summary>
static class PublicApi
{
    const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    public static string Of(Type type) => type.IsEnum ? Enumeration(type)
        : $"{Kind(type)} {Name(type)}{Bases(type)}\n{string.Concat(Members(type).Order(StringComparer.Ordinal).Select(member => $"    {member}\n"))}";

    static string Enumeration(Type type) => $"enum {Name(type)}\n" + string.Concat(type.GetEnumNames()
        .Select(name => $"    {name} = {Convert.ToInt64(Enum.Parse(type, name), CultureInfo.InvariantCulture)}\n"));

    static string Kind(Type type) =>
        (type.IsValueType ? "struct" : type.IsAbstract && type.IsSealed ? "static class" : type.IsAbstract ? "abstract class" : type.IsSealed ? "sealed class" : "class");

    static string Bases(Type type)
    {
        string[] bases = [.. type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) ? [Name(parent)] : Array.Empty<string>(),
            .. type.GetInterfaces().Where(one => one.IsPublic && one.Name != "IEquatable`1").Select(Name).Order(StringComparer.Ordinal)];
        return bases.Length == 0 ? "" : " : " + string.Join(", ", bases);
    }

    static IEnumerable<string> Members(Type type) =>
    [
        .. type.GetFields(Own).Where(field => field.IsPublic || field.IsFamily).Select(Field),
        .. type.GetConstructors(Own).Where(IsSeen).Select(constructor => $"new({Parameters(constructor)})"),
        .. type.GetProperties(Own).Where(property => property.Name != "EqualityContract" && property.GetAccessors(nonPublic: true).Any(IsSeen)).Select(Property),
        .. type.GetMethods(Own).Where(method => IsSeen(method) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)) && !IsMade(method)).Select(Method),
    ];

    static bool IsSeen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    static bool IsMade(MethodInfo method) => method.IsDefined(typeof(CompilerGeneratedAttribute));

    static string Field(FieldInfo field) => field.IsLiteral
        ? $"const {Name(field.FieldType)} {field.Name} = {Convert.ToString(field.GetRawConstantValue(), CultureInfo.InvariantCulture)}"
        : field.GetCustomAttribute<DecimalConstantAttribute>() is { } constant
        ? $"const {Name(field.FieldType)} {field.Name} = {constant.Value.ToString(CultureInfo.InvariantCulture)}"
        : $"{(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{Name(field.FieldType)} {field.Name}";

    static string Property(PropertyInfo property)
    {
        var (getter, setter) = (property.GetMethod, property.SetMethod is { } set && IsSeen(set) ? set : null);
        var isInit = setter?.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) == true;
        return $"{Modifiers(getter ?? setter!)}{Name(property.PropertyType)} {property.Name} {{ {(getter is null ? "" : "get; ")}{(setter is null ? "" : isInit ? "init; " : "set; ")}}}";
    }

    static string Method(MethodInfo method) =>
        $"{Modifiers(method)}{Name(method.ReturnType)} {method.Name}{(method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "")}({Parameters(method)})";

    static string Modifiers(MethodBase method) =>
        (method.IsFamily ? "protected " : "") + (method.IsStatic ? "static " : method.IsAbstract ? "abstract " : method.IsVirtual && !method.IsFinal ? "virtual " : "");

    static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
        $"{Name(parameter.ParameterType)} {parameter.Name}{(parameter.HasDefaultValue ? $" = {Convert.ToString(parameter.DefaultValue, CultureInfo.InvariantCulture) ?? "null"}" : "")}"));

    static string Name(Type type) =>
        Nullable.GetUnderlyingType(type) is { } inner ? Name(inner) + "?"
        : type.IsArray ? Name(type.GetElementType()!) + "[]"
        : type.IsGenericParameter || !type.IsGenericType ? Plain(type)
        : $"{Plain(type).Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>";

    static string Plain(Type type) => type.IsNested && !type.IsGenericParameter ? $"{Name(type.DeclaringType!)}.{type.Name}" : type.Name;
}
