namespace Lagebild.Catalogue;

/// <summary>Which grammatical number a value takes (CLDR plural rules of German, Polish, English).</summary>
public static class Plural
{
    /// <summary><c>one</c>, <c>few</c>, <c>many</c> or <c>other</c>; a value that is not whole takes <c>other</c>.</summary>
    public static string Form(string language, decimal value)
    {
        var number = Math.Abs(value);
        if (number != decimal.Truncate(number))
        {
            return "other";
        }

        return language == "pl" ? Polish(number) : number == 1 ? "one" : "other";
    }

    private static string Polish(decimal number)
    {
        var (last, lastTwo) = (number % 10, number % 100);
        return number == 1 ? "one" : last is >= 2 and <= 4 && lastTwo is < 12 or > 14 ? "few" : "many";
    }
}
