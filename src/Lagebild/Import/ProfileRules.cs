using System.Text;
using Lagebild.Import.Reading;

namespace Lagebild.Import;

/// <summary>What must hold within a profile, whatever the catalogue says. Throws <see cref="ProfileException"/> saying what does not.</summary>
internal static class ProfileRules
{
    public static Profile Checked(Profile profile)
    {
        Demand(profile.Encoding == Profile.Auto || Dialect.ByName(profile.Encoding) is { } encoding && IsReadable(encoding), ProfileFault.Encoding, profile.Encoding, $"The encoding '{profile.Encoding}' is not known.");
        Demand(profile.Delimiter == Profile.Auto || IsOneSign(profile.Delimiter), ProfileFault.Sign, profile.Delimiter, "The delimiter is auto or one ASCII character.");
        Demand(profile.Quote.Length == 0 || IsOneSign(profile.Quote), ProfileFault.Sign, profile.Quote, "The quote is empty or one ASCII character.");
        Demand(profile.Comment is null || IsOneSign(profile.Comment), ProfileFault.Sign, profile.Comment!, "The comment sign is one ASCII character.");
        Demand(profile.Decimal is Profile.Auto or "." or ",", ProfileFault.Decimal, profile.Decimal, "The decimal sign is auto, a point or a comma.");
        Demand(profile.Group is "" or "." or "," or "'" or " ", ProfileFault.Group, profile.Group, "The group sign is empty, a point, a comma, an apostrophe or a blank.");
        Demand(profile.Group.Length == 0 || profile.Group != profile.Decimal, ProfileFault.SameSigns, profile.Group, "Decimal sign and group sign are the same.");
        Demand(profile.Packed is null || IsOneSign(profile.Packed), ProfileFault.Sign, profile.Packed!, "The sign of packed cells is one ASCII character.");
        Demand(profile.Header.Rows is >= 1 and <= 16, ProfileFault.HeaderRows, "", "A header has one to sixteen rows.");
        Demand(profile.Header.FillRight.All(r => r >= 1 && r <= profile.Header.Rows), ProfileFault.FilledRow, "", "The rows to fill are rows of the header.");
        Demand(profile.Totals.All(t => t.Tolerance >= 0 && t.TolerancePercent is >= 0 and <= 100), ProfileFault.Tolerance, "", "A tolerance is not less than zero, in percent not more than a hundred.");
        Demand(profile.Skip >= 0, ProfileFault.Skip, "", "Lines to skip can't be fewer than none.");
        Demand(profile.Columns.Select(c => c.Factor).Concat(profile.Units.Values).All(f => f is >= 1e-9m and <= 1e9m), ProfileFault.Factor, "", "A factor lies between 1e-9 and 1e9.");
        Demand(profile.Columns.Any(c => c.Role == ColumnRole.Value), ProfileFault.NoValue, "", "No column is a value.");
        CheckPatterns(profile);
        return profile;
    }

    private static void CheckPatterns(Profile profile)
    {
        var patterns = profile.Columns.Select(c => c.Match).Where(m => !m.StartsWith('#'))
            .Concat(profile.Totals.Select(t => t.Total)).Concat(profile.Scope.Select(s => s.Within))
            .Concat(profile.Columns.Select(c => c.Strip).Append(profile.Footer).OfType<string>());
        foreach (var pattern in patterns)
        {
            WholeText.Pattern(pattern);
        }

        foreach (var period in profile.Periods)
        {
            _ = new PeriodPattern(period, profile.Language);
        }

        foreach (var word in profile.Flags.Map.Values.Where(w => w != "break").Concat(profile.Columns.Select(c => c.Status).OfType<string>()))
        {
            ProfileText.Symbol(word);
        }
    }

    private static bool IsReadable(Encoding encoding) => encoding.CodePage == Encoding.UTF8.CodePage || encoding.IsSingleByte;

    private static bool IsOneSign(string text) => text.Length == 1 && char.IsAscii(text[0]);

    private static void Demand(bool holds, ProfileFault fault, string found, string sentence)
    {
        if (!holds)
        {
            throw new ProfileException(fault, found, $"The profile is not as profiles are written: {sentence}");
        }
    }
}
