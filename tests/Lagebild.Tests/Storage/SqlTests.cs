using System.Data.Common;
using System.Reflection;
using System.Text.RegularExpressions;
using Dapper;
using Lagebild.Storage;

namespace Lagebild.Tests.Storage;

/// <summary>Runs every SQL text of the program on an empty database, and finds which of them the public can reach.</summary>
internal sealed partial class SqlTests(string kind) : StorageFixture(kind)
{
    private static readonly string[] _numbers =
    [
        "AfterEnd", "AfterSeries", "AfterStart", "AnyBreakdown", "AnyFeed", "AnyFrequency", "AnyIndicator", "AnyRegion", "AnyVariant", "Count", "Delivery", "Errors", "Files", "From", "Id", "Line", "Notices", "Number", "OutOfScope", "Part", "PeriodEnd", "Person", "PeriodStart",
        "Records", "Release", "ReleaseFrom", "Series", "Size", "SpanEnd", "SpanStart", "Stand", "To", "ValueCount", "Warnings", "Withdraws", "Added", "Changed", "Closed", "Unchanged", "Position",
        "BasedOn", "Saves", "Receipt", "OpenedBy",
        "Run", "Runs",
        "Account", "CodeStep", "Failed", "First", "Last", "Most", "OrderedBy", "ReleasedBy", "Restores", "TwoFactor", "Version",
        "HandedInBy", "MadeBy", "Token",
    ];

    [Test]
    public async Task Every_text_runs_with_lists_of_none_one_and_three([Values(0, 1, 3)] int length)
    {
        await using var connection = await Database.OpenAsync(default);
        foreach (var (name, sql) in Texts())
        {
            await using var transaction = await connection.BeginTransactionAsync();
            if (sql.Contains("insert into delivery", StringComparison.Ordinal) || sql.Contains("insert into inbox", StringComparison.Ordinal))
            {
                await connection.ExecuteAsync("insert into stored_file (sha256, size) values ('x', 1)", transaction: transaction);
            }

            if (sql.Contains("(account,", StringComparison.Ordinal) || sql.Contains(", account,", StringComparison.Ordinal) || sql.Contains("machine_token (", StringComparison.Ordinal) || sql.Contains("insert into inbox", StringComparison.Ordinal))
            {
                await connection.ExecuteAsync("insert into account (id, name, mail, normal_mail, added_utc) values (99, 'x', 'x', 'y', '2026-01-01')", transaction: transaction);
            }

            if (sql.Contains("insert into inbox", StringComparison.Ordinal))
            {
                await connection.ExecuteAsync("insert into machine_token (id, name, hash, made_by, made_utc, expires_utc) values (99, 'x', 'x', 99, '2026-01-01', '2026-01-01')", transaction: transaction);
            }

            Assert.DoesNotThrowAsync(() => RunAsync(transaction, sql, length), name);
            await transaction.RollbackAsync();
        }
    }

    [Test]
    public void There_are_texts_to_run() => Assert.That(Texts().Count(), Is.GreaterThan(50));

    [Test]
    public void No_text_that_the_public_reaches_names_a_raw_table()
    {
        var reached = new ReachedTexts().From(PublicMethods());
        Assert.That(reached.Where(t => RawTable().IsMatch(t)), Is.Empty);
    }

    [Test]
    public void The_public_reaches_the_texts_it_reads_by() =>
        Assert.That(new ReachedTexts().From(PublicMethods()), Does.Contain(ObservationStore.Sql.ObservationsOfQuery).And.Contain(ReleaseStore.Sql.Latest));

    [Test]
    public void A_text_on_a_raw_table_is_found_where_a_method_reaches_it() =>
        Assert.That(new ReachedTexts().From([typeof(ReleaseStore).GetMethod(nameof(ReleaseStore.WithdrawAsync))!]).Where(t => RawTable().IsMatch(t)), Is.Not.Empty);

    [Test]
    public void No_text_selects_all_columns() => Assert.That(Texts().Where(t => t.Sql.Contains("select *", StringComparison.Ordinal)), Is.Empty);

    /// <summary>What pages, interface, charts and downloads call, and the public stores whole.</summary>
    private static IEnumerable<MethodBase> PublicMethods()
    {
        string[] folders = ["Lagebild.Web.Pages", "Lagebild.Web.Api", "Lagebild.Charts", "Lagebild.OpenData"];
        var types = typeof(Database).Assembly.GetTypes().Concat(Assembly.Load("Lagebild.Web").GetTypes())
            .Where(t => folders.Any(f => IsIn(t, f)) && !IsIn(t, "Lagebild.Web.Pages.Workbench"));
        return types.SelectMany(ReachedTexts.MethodsOf).Concat(ReachedTexts.MethodsOf(typeof(ObservationStore))).Concat(
            typeof(ReleaseStore).GetMethods().Where(m => m.Name is nameof(ReleaseStore.LatestAsync) or nameof(ReleaseStore.ByNumberAsync) or nameof(ReleaseStore.ByDateAsync) or nameof(ReleaseStore.ListAsync)));
    }

    private static bool IsIn(Type type, string space) => type.Namespace == space || (type.Namespace ?? "").StartsWith(space + ".", StringComparison.Ordinal);

    private static IEnumerable<(string Name, string Sql)> Texts() =>
        from type in typeof(Database).Assembly.GetTypes()
        where type.Name == "Sql" && type.IsNested
        from field in type.GetFields(BindingFlags.Public | BindingFlags.Static)
        where field.IsLiteral && field.FieldType == typeof(string)
        select ($"{type.DeclaringType!.Name}.{field.Name}", (string)field.GetRawConstantValue()!);

    private static async Task RunAsync(DbTransaction transaction, string sql, int length)
    {
        var parameters = new DynamicParameters();
        foreach (var name in ParameterName().Matches(sql).Select(m => m.Groups[1].Value).Distinct())
        {
            parameters.Add(name, Regex.IsMatch(sql, $@"\bin @{name}\b") ? List(name, length) : Value(name));
        }

        await transaction.Connection!.QueryAsync(sql, parameters, transaction);
    }

    private static object List(string name, int length) =>
        _numbers.Contains(name) ? Enumerable.Range(1, length).Select(i => (long)i) : Enumerable.Range(1, length).Select(i => $"{i}");

    private static object Value(string name) =>
        name == "Manual" ? false : name.EndsWith("Utc", StringComparison.Ordinal) || name == "End" ? DateTime.UnixEpoch : _numbers.Contains(name) ? 99 : "x";

    [GeneratedRegex(@"@(\w+)")]
    private static partial Regex ParameterName();

    [GeneratedRegex(@"\b(from|join|into|update)\s+(observation|draft|draft_change|phrase|field_name|file_part|finding|question|answer|understood|catalogue_draft|entry_draft|entry_cell|reminder)\b")]
    private static partial Regex RawTable();
}
