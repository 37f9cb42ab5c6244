using System.Globalization;
using Lagebild.Web.Commands;
using Microsoft.Data.Sqlite;

namespace Lagebild.Tests.Commands;

/// <summary>What can be typed, and what comes back: exit code, standard output, standard error.</summary>
[NonParallelizable]
internal sealed class CommandLineTests
{
    private const string Heading = "indicator,variant,region,period_start,period_end,frequency,breakdown,obs_status,conf_status,source,note,value\n";

    private const string Hamburg = "population,destatis-12411,DE-HH,2023-12-31,2023-12-31,A,,,,,,";

    private const string Feed = """
        [{
          "code": "office", "name": { "de": "Amt", "pl": "Urząd", "en": "Office" }, "publisher": "Office", "licence": "CC BY 4.0", "citation": "Office, figures",
          "language": "en", "place": "office/*.csv", "profile": "figures", "schedule": "30 6 1 1 *", "timeZone": "Europe/Berlin",
          "scope": "incremental", "release": "automatic", "disclosure": { "by": "publisher" }
        }]
        """;

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeFolder()
    {
        _folder = new();
        _folder.Write("feeds/feeds.json", Feed);
    }

    [TearDown]
    public void RemoveFolder()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    [TestCase("1910160\n", 0)]
    [TestCase("many\n", 1)]
    public async Task Check_gives_what_it_found_as_exit_code(string value, int code)
    {
        var file = _folder.Write("a.csv", Heading + Hamburg + value);

        Assert.That((await RunAsync("check", file, "--feed", "office")).Code, Is.EqualTo(code));
    }

    [Test]
    public async Task Check_finds_a_picture_unreadable()
    {
        var file = Path.Combine(_folder.Path, "a.csv");
        await File.WriteAllBytesAsync(file, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0xFF]);

        Assert.That((await RunAsync("check", file, "--feed", "office")).Code, Is.EqualTo(2));
    }

    [TestCase("x.json")]
    [TestCase("no-such-profile")]
    public async Task A_missing_profile_is_said_in_a_sentence(string profile) =>
        Assert.That((await RunAsync("profile", "try", _folder.Write("a.csv", Heading + Hamburg + "1910160\n"), profile)).Code, Is.EqualTo(2));

    [Test]
    public async Task Boundaries_are_kept_and_what_fits_no_region_is_said()
    {
        var file = _folder.Write("b.geojson", """
            { "type": "FeatureCollection", "features": [
              { "type": "Feature", "properties": { "AGS": "01001" }, "geometry": { "type": "Polygon", "coordinates": [[[9, 54], [10, 54], [10, 55], [9, 54]]] } },
              { "type": "Feature", "properties": { "AGS": "11000" }, "geometry": { "type": "Polygon", "coordinates": [[[9, 54], [10, 54], [10, 55], [9, 54]]] } } ] }
            """);
        var imported = await RunAsync("boundaries", "import", file, "--key", "AGS", "--licence", "CC0");
        var removed = await RunAsync("boundaries", "remove");

        Assert.That((imported.Code, imported.Output, removed.Code, removed.Output), Is.EqualTo((
            0, "Feature 2: no region has AGS 11000.\nBoundaries kept: 1, with 3 of 3 points. Features not used: 1.\n", 0, "Boundaries removed: 1.\n")));
    }

    [TestCase("[]", "AGS")]
    [TestCase("{", "AGS")]
    [TestCase("""{ "type": "FeatureCollection", "features": [] }""", "AGS")]
    [TestCase("""{ "type": "FeatureCollection", "features": [] }""", "PLZ")]
    public async Task Boundaries_that_cannot_be_used_are_refused(string json, string key) =>
        Assert.That((await RunAsync("boundaries", "import", _folder.Write("b.geojson", json), "--key", key)).Code, Is.EqualTo(2));

    [Test]
    public async Task A_profile_is_tried_and_tells_what_it_understood()
    {
        var said = await RunAsync("profile", "try", _folder.Write("a.csv", Heading + Hamburg + "1910160\n"), "figures", "--language", "en");

        Assert.That((said.Code, said.Output), Is.EqualTo((0, """
            indicator: indicator
            variant: variant
            region: region
            period_start: period-start
            period_end: period-end
            frequency: frequency
            breakdown: breakdown
            obs_status: status
            conf_status: confidentiality
            source: source
            note: note
            value: value

            file,line,field,indicator,region,region_code,breakdown,period,value,status
            a.csv,2,12 value,population,DE-HH,DE-HH,total,2023-12-31,1910160,normal

            Records: 1, values: 1, series: 1. Errors: 0, warnings: 0, notices: 0.

            """)));
    }

    [Test]
    public async Task Check_keeps_nothing()
    {
        await RunAsync("check", _folder.Write("a.csv", Heading + Hamburg + "1910160\n"), "--feed", "office");

        Assert.That(Directory.Exists(Path.Combine(_folder.Path, "data")), Is.False);
    }

    [Test]
    public async Task Check_says_that_there_is_no_history_to_ask()
    {
        var said = await RunAsync("check", _folder.Write("a.csv", Heading + Hamburg + "1910160\n"), "--feed", "office", "--language", "en");

        Assert.That((said.Code, said.Error), Is.EqualTo((0, "No database: the values were not held against their series' history.\n")));
    }

    [Test]
    public async Task Check_holds_values_against_what_is_released()
    {
        var rows = Enumerable.Range(2000, 12).Select(y => FormattableString.Invariant($"population,destatis-12411-zensus2011,DE-HH,{y}-12-31,{y}-12-31,A,,,,,,{1_700_000 + ((y - 2000) * 11_003)}\n"));
        _folder.Write("feeds/office/a.csv", Heading + string.Concat(rows));
        await RunAsync("import", "office");

        var said = await RunAsync("check", _folder.Write("b.csv", Heading + "population,destatis-12411-zensus2011,DE-HH,2012-12-31,2012-12-31,A,,,,,,18310170\n"), "--feed", "office", "--language", "en");

        Assert.That((said.Code, said.Output, said.Error), Is.EqualTo((0, """
            line 2, value: warning: The value 18310170 is off the course of its series by a factor of about 10.
            Records: 1, values: 1, series: 1. Errors: 0, warnings: 1, notices: 0.

            """, "")));
    }

    [Test]
    public async Task A_missing_file_is_said_in_a_sentence()
    {
        var missing = Path.Combine(_folder.Path, "missing.csv");

        var said = await RunAsync("check", missing, "--feed", "office");

        Assert.That((said.Code, said.Error), Is.EqualTo((2, $"Could not find file '{missing}'.\n")));
    }

    [Test]
    public async Task An_unknown_feed_is_said_with_those_there_are()
    {
        var said = await RunAsync("check", _folder.Write("a.csv", ""), "--feed", "offfice");

        Assert.That((said.Code, said.Error), Is.EqualTo((2, "There is no feed offfice; there are office.\n")));
    }

    [Test]
    public async Task An_unknown_command_is_said()
    {
        var said = await RunAsync("chekc");

        Assert.That((said.Code, said.Error), Is.EqualTo((2, "There is no command or option chekc. --help lists what there is.\n")));
    }

    [Test]
    public async Task A_missing_option_is_wrong_use() => Assert.That((await RunAsync("check", "a.csv")).Code, Is.EqualTo(2));

    [Test]
    public async Task Import_tells_its_steps_and_releases()
    {
        _folder.Write("feeds/office/a.csv", Heading + Hamburg + "1910160\n");

        var said = await RunAsync("import", "office");

        Assert.That((said.Code, said.Output), Is.EqualTo((0, """
            office: started
            office: a.csv: reading
            office: a.csv: 1 records read, 1 values, stored
            office: a.csv: released as number 1
            office: finished

            """)));
    }

    [Test]
    public async Task Import_of_a_file_with_errors_gives_one()
    {
        _folder.Write("feeds/office/a.csv", Heading + Hamburg + "many\n");

        Assert.That((await RunAsync("import", "office")).Code, Is.EqualTo(1));
    }

    [Test]
    public async Task Feeds_lists_last_delivery_and_next_run()
    {
        var said = await RunAsync("feeds");

        Assert.That((said.Code, said.Output), Is.EqualTo((0, FormattableString.Invariant($"""
            feed    last delivery     state      next run
            office  -                 -          {DateTime.UtcNow.Year + 1}-01-01 05:30

            """))));
    }

    [Test]
    public async Task Dump_says_the_same_of_the_same()
    {
        _folder.Write("feeds/office/a.csv", Heading + Hamburg + "1910160\n");
        await RunAsync("import", "office");

        var first = await RunAsync("dump");

        Assert.That((await RunAsync("dump")).Output, Is.EqualTo(first.Output).And.Contains("1910160"));
    }

    [Test]
    public async Task A_file_that_is_no_database_is_said_in_a_sentence()
    {
        _folder.Write("data/lagebild.db", "no database at all, but long enough to be looked at as one: " + new string('x', 1000));

        var said = await RunAsync("migrate");

        Assert.That((said.Code, said.Error), Is.EqualTo((3, "The database does not answer as it should: SQLite Error 26: 'file is not a database'.\n")));
    }

    [Test]
    public async Task A_database_of_a_newer_program_is_said_in_a_sentence()
    {
        await RunAsync("migrate");
        await MakeNewerAsync();

        var said = await RunAsync("migrate");

        Assert.That((said.Code, said.Error), Is.EqualTo((3, $"The database has schema 9999, this program knows schemas up to {NewestSchema()}. Start the newer program again, or restore a backup made before it.\n")));
    }

    [Test]
    public async Task Verify_says_line_by_line_what_holds()
    {
        await RunAsync("migrate");

        var said = await RunAsync("verify");

        Assert.That((said.Code, said.Output.Split('\n')[0], said.Output.Split('\n')[^2]), Is.EqualTo((0, "holds   Each entry of the audit carries the hash of the one before.", "Nothing was found wrong.")));
    }

    [Test]
    public async Task Verify_names_what_does_not_hold()
    {
        await RunAsync("migrate");
        await ExecuteAsync("insert into audit (number, at_utc, who, act, subject, hash) values (1, '2025-01-01 00:00:00', 'x', 'y', 'z', 'forged')");

        var said = await RunAsync("verify");

        Assert.That((said.Code, said.Output.Split('\n')[0], said.Output.Split('\n')[^2]), Is.EqualTo((1, "WRONG   Each entry of the audit carries the hash of the one before. Not so: 1, first entry 1.", "1 of these do not hold.")));
    }

    private Task MakeNewerAsync() => ExecuteAsync("insert into migration (number, name, checksum, applied_utc) select 9999, name, checksum, applied_utc from migration where number = 1");

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder.Path, "data", "lagebild.db")}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(params string[] words)
    {
        var (output, error) = (Console.Out, Console.Error);
        using var said = new StringWriter();
        using var complained = new StringWriter();
        Console.SetOut(said);
        Console.SetError(complained);
        try
        {
            string[] settings = [$"--Lagebild:DataFolder={Path.Combine(_folder.Path, "data")}", $"--Lagebild:FeedRoot={Path.Combine(_folder.Path, "feeds")}"];
            var code = await CommandLine.RunAsync([.. words, .. settings]);
            return (code, said.ToString(), complained.ToString());
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
        }
    }

    private static int NewestSchema() => Directory.GetFiles(Repository.At("src", "Lagebild", "Storage", "Migrations"), "*.sqlite.sql").Max(f => int.Parse(Path.GetFileName(f)[..4], CultureInfo.InvariantCulture));
}
