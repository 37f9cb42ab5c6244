using System.Text.Json;
using Lagebild.Statistics;
using Lagebild.Storage;

namespace Lagebild.Web.Pages.Workbench.Deliveries;

/// <summary>What of a delivery's findings and changes is shown.</summary>
public sealed record ReportQuery
{
    /// <summary>The only reason whose findings are listed; null gives each reason with its first ones.</summary>
    public Reason? Reason { get; init; }

    /// <summary>Null: the first order that has any change.</summary>
    public ChangeOrder? Order { get; init; }

    /// <summary>Pages of findings, changes and questions, from 1.</summary>
    public int Findings { get; init; } = 1;

    public int Changes { get; init; } = 1;

    public int Questions { get; init; } = 1;

    /// <summary>From the address; the fault names the part that can't be read.</summary>
    public static (ReportQuery Query, Fault? Fault) Parse(IQueryCollection address)
    {
        var (reason, order) = (address["reason"].ToString(), address["order"].ToString());
        var (findings, changes, questions) = (PageOf("findings"), PageOf("changes"), PageOf("questions"));
        var fault = reason.Length > 0 && Named<Reason>(reason) is null ? Fault.Of("reason", reason)
            : order.Length > 0 && Named<ChangeOrder>(order) is null ? Fault.Of("order", order)
            : Unread("findings", findings) ?? Unread("changes", changes) ?? Unread("questions", questions);
        return (new() { Reason = Named<Reason>(reason), Order = Named<ChangeOrder>(order), Findings = findings ?? 1, Changes = changes ?? 1, Questions = questions ?? 1 }, fault);

        int? PageOf(string name) => PageNumber.Of(address[name].ToString());
        Fault? Unread(string name, int? page) => page is null ? Fault.Of(name, address[name].ToString()) : null;
    }

    /// <summary>As it stands in an address; what is as it would be anyway is left out.</summary>
    public (string Name, string? Value)[] ToAddress() =>
    [
        ("reason", Reason is { } reason ? Word(reason) : null), ("order", Order is { } order ? Word(order) : null),
        ("findings", Page(Findings)), ("changes", Page(Changes)), ("questions", Page(Questions)),
    ];

    /// <summary>A word of an address: <c>not-a-number</c>.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    private static T? Named<T>(string word)
        where T : struct, Enum => Enum.GetValues<T>().Cast<T?>().FirstOrDefault(v => Word(v!.Value) == word);

    private static string? Page(int page) => page == 1 ? null : Reading.Number(page);
}
