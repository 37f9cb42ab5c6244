using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace Lagebild.Tests.Storage;

/// <summary>Follows calls within the project from method to method, through lambdas, async methods and overrides, and collects the texts loaded on the way.</summary>
internal sealed class ReachedTexts
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> _codes = typeof(OpCodes).GetFields().Select(f => (OpCode)f.GetValue(null)!).ToDictionary(c => c.Value);

    private readonly HashSet<MethodBase> _seen = [];
    private readonly HashSet<string> _texts = [];

    public static IEnumerable<MethodBase> MethodsOf(Type type) => [.. type.GetMethods(All), .. type.GetConstructors(All)];

    public IReadOnlyCollection<string> From(IEnumerable<MethodBase> methods)
    {
        var open = new Stack<MethodBase>(methods);
        while (open.TryPop(out var method))
        {
            if (IsOurs(method) && _seen.Add(method))
            {
                foreach (var called in Called(method))
                {
                    open.Push(called);
                }
            }
        }

        return _texts;
    }

    private static bool IsOurs(MethodBase method) => method.Module.Assembly.GetName().Name is "Lagebild" or "Lagebild.Web";

    private IEnumerable<MethodBase> Called(MethodBase method) =>
        [.. StateMachine(method), .. Overrides(method), .. Operands(method).OfType<MethodBase>()];

    private static IEnumerable<MethodBase> StateMachine(MethodBase method) =>
        method.GetCustomAttribute<StateMachineAttribute>() is { } machine ? MethodsOf(machine.StateMachineType) : [];

    private static IEnumerable<MethodBase> Overrides(MethodBase method) =>
        method is MethodInfo { IsVirtual: true } virtually
            ? method.Module.Assembly.GetTypes().Where(t => t.IsSubclassOf(method.DeclaringType!)).SelectMany(t => t.GetMethods(All)).Where(m => m.GetBaseDefinition() == virtually.GetBaseDefinition())
            : [];

    /// <summary>The methods an implementation names; its texts are kept.</summary>
    private List<MemberInfo?> Operands(MethodBase method)
    {
        var (found, il) = (new List<MemberInfo?>(), method.GetMethodBody()?.GetILAsByteArray() ?? []);
        for (var at = 0; at < il.Length;)
        {
            var code = il[at] == 0xFE ? _codes[(short)(0xFE00 | il[at + 1])] : _codes[il[at]];
            at += code.Size;
            if (code.OperandType == OperandType.InlineString)
            {
                _texts.Add(method.Module.ResolveString(BitConverter.ToInt32(il, at)));
            }
            else if (code.OperandType is OperandType.InlineMethod or OperandType.InlineTok)
            {
                found.Add(Resolved(method, BitConverter.ToInt32(il, at)));
            }

            at += OperandSize(code, il, at);
        }

        return found;
    }

    private static MemberInfo? Resolved(MethodBase method, int token)
    {
        var member = method.Module.ResolveMember(
            token, method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null, method.IsGenericMethod ? method.GetGenericArguments() : null);
        return member is MethodInfo { IsGenericMethod: true } generic ? generic.GetGenericMethodDefinition() : member;
    }

    private static int OperandSize(OpCode code, byte[] il, int at) => code.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (BitConverter.ToInt32(il, at) * 4),
        _ => 4,
    };
}
