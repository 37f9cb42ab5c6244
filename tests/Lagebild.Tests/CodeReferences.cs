using System.Reflection;
using System.Reflection.Emit;

namespace Lagebild.Tests;

/// <summary>What the compiled code of a type names: types of its signatures and method bodies, and the texts in them.</summary>
internal static class CodeReferences
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!)
        .ToDictionary(c => c.Value);

    /// <summary>Every type named, open generics and element types apart.</summary>
    public static IEnumerable<Type> Types(Type type) => Signatures(type).Concat(Instructions(type).Select(i => i.Member).SelectMany(TypesOf)).SelectMany(Parts).Distinct();

    /// <summary>Every text in a method body or a constant.</summary>
    public static IEnumerable<string> Texts(Type type) => Instructions(type).Select(i => i.Text).Concat(Constants(type)).OfType<string>();

    private static IEnumerable<Type> Signatures(Type type) =>
    [
        .. type.BaseType is { } parent ? [parent] : Type.EmptyTypes,
        .. type.GetInterfaces(),
        .. type.GetFields(Declared).Select(f => f.FieldType),
        .. Methods(type).SelectMany(m => m.GetParameters()).Select(p => p.ParameterType),
        .. type.GetMethods(Declared).Select(m => m.ReturnType),
        .. Methods(type).Select(m => m.GetMethodBody()).OfType<MethodBody>().SelectMany(b => b.LocalVariables).Select(v => v.LocalType),
    ];

    private static IEnumerable<string?> Constants(Type type) => type.GetFields(Declared).Where(f => f.IsLiteral).Select(f => f.GetRawConstantValue() as string);

    private static IEnumerable<MethodBase> Methods(Type type) => [.. type.GetMethods(Declared), .. type.GetConstructors(Declared)];

    private static IEnumerable<Type> TypesOf(MemberInfo? member) => member switch
    {
        Type type => [type],
        FieldInfo field => [field.DeclaringType!, field.FieldType],
        MethodBase method => [method.DeclaringType!, .. method.IsGenericMethod ? method.GetGenericArguments() : [], .. method.GetParameters().Select(p => p.ParameterType), .. method is MethodInfo m ? [m.ReturnType] : Type.EmptyTypes],
        _ => [],
    };

    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!)
        : type.IsGenericType ? [type.GetGenericTypeDefinition(), .. type.GetGenericArguments().SelectMany(Parts)]
        : type.IsGenericParameter ? [] : [type];

    private static IEnumerable<(MemberInfo? Member, string? Text)> Instructions(Type type) => Methods(type).SelectMany(Instructions);

    private static IEnumerable<(MemberInfo? Member, string? Text)> Instructions(MethodBase method)
    {
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var at = 0; at < code.Length;)
        {
            var operation = code[at] == 0xFE ? Codes[(short)((0xFE << 8) | code[at + 1])] : Codes[code[at]];
            at += operation.Size;
            yield return Operand(method, operation.OperandType, code, at);
            at += Length(operation.OperandType, code, at);
        }
    }

    private static (MemberInfo? Member, string? Text) Operand(MethodBase method, OperandType kind, byte[] code, int at) => kind switch
    {
        OperandType.InlineString => (null, method.Module.ResolveString(BitConverter.ToInt32(code, at))),
        OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok =>
            (method.Module.ResolveMember(BitConverter.ToInt32(code, at), method.DeclaringType!.GetGenericArguments(), method.IsGenericMethod ? method.GetGenericArguments() : null), null),
        _ => (null, null),
    };

    private static int Length(OperandType kind, byte[] code, int at) => kind switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
        _ => 4,
    };
}
