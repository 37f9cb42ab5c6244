using Lagebild.Statistics;

namespace Lagebild.Import.Reading;

/// <summary>Which signs stand between which runs of digits.</summary>
internal readonly record struct NumberShape
{
    private const int _mostDigits = 18;

    /// <summary>Begins and ends with a digit, and holds only digits with single signs between them.</summary>
    public bool IsDigitsAndSigns { get; private init; }

    public int Signs { get; private init; }

    /// <summary>Blanks of any kind are the blank, apostrophes of any kind the straight one; 0 for none.</summary>
    public byte FirstSign { get; private init; }

    public byte LastSign { get; private init; }

    /// <summary>True for one to three digits, not led by zero, then one sign and three digits: thousands or decimals.</summary>
    public bool CouldBeGrouped => Signs == 1 && LastRun == 3 && FirstRun <= 3 && !LeadsWithZero;

    private int FirstRun { get; init; }

    private int LastRun { get; init; }

    private bool LeadsWithZero { get; init; }

    private bool InnerRunsOfThree { get; init; }

    /// <summary>All signs but the last are the first.</summary>
    private bool SameBeforeLast { get; init; }

    public static NumberShape Of(ReadOnlySpan<byte> text)
    {
        var shape = new NumberShape { IsDigitsAndSigns = text.Length > 0, InnerRunsOfThree = true, SameBeforeLast = true, LeadsWithZero = text.StartsWith("0"u8) };
        while (shape.IsDigitsAndSigns)
        {
            var run = RunOfDigits(text);
            var sign = NumberSigns.Between(text[run..], out var length);
            shape = shape.With(run, sign);
            if (sign == 0)
            {
                return shape with { IsDigitsAndSigns = run > 0 && run == text.Length };
            }

            text = text[(run + length)..];
        }

        return shape;
    }

    public bool HasGroups(bool decimals) => Signs > (decimals ? 1 : 0);

    /// <summary>The one sign between groups; 0 where they differ.</summary>
    public byte GroupSign(bool decimals) => SameBeforeLast && (decimals || FirstSign == LastSign) ? FirstSign : (byte)0;

    public bool GroupsOfThree(bool decimals) =>
        GroupSign(decimals) != 0 && FirstRun is >= 1 and <= 3 && InnerRunsOfThree && (decimals || LastRun == 3);

    public WrittenNumber Read(ReadOnlySpan<byte> text, bool hasDecimals)
    {
        var (digits, count) = (0L, 0);
        foreach (var letter in text)
        {
            if (letter is >= (byte)'0' and <= (byte)'9')
            {
                digits = (digits * 10) + letter - '0';
                count += digits > 0 ? 1 : 0;
            }

            if (count > _mostDigits)
            {
                return new WrittenNumber(0, 0, Reason.TooLarge);
            }
        }

        return new WrittenNumber(digits, hasDecimals ? LastRun : 0);
    }

    private NumberShape With(int run, byte sign) => this with
    {
        IsDigitsAndSigns = run > 0,
        FirstRun = Signs == 0 ? run : FirstRun,
        LastRun = run,
        InnerRunsOfThree = InnerRunsOfThree && (Signs == 0 || sign == 0 || run == 3),
        SameBeforeLast = SameBeforeLast && (Signs < 2 || sign == 0 || LastSign == FirstSign),
        FirstSign = Signs == 0 ? sign : FirstSign,
        LastSign = sign == 0 ? LastSign : sign,
        Signs = sign == 0 ? Signs : Signs + 1,
    };

    private static int RunOfDigits(ReadOnlySpan<byte> text) => text.IndexOfAnyExceptInRange((byte)'0', (byte)'9') is var end and >= 0 ? end : text.Length;
}
