using System.Text;

namespace Lagebild.Charts;

/// <summary>A chart in words, made from its data.</summary>
public static class TextAlternative
{
    /// <summary>
    /// Kind and number of series; for each series that has a colour first, last, highest and lowest value with their periods, gaps, what is confidential,
    /// and breaks; how many series more there are. For bars each value once. In the language of the spec; also the SVG's description.
    /// </summary>
    public static string Of(ChartSpec spec, ChartKind kind)
    {
        if (!spec.Series.Any(s => s.Points.Count > 0))
        {
            return ChartWords.NoData(spec.Language);
        }

        var text = new StringBuilder(256);
        text.Append(Kind(kind, spec.Language)).Append(": ").Append(Count(kind, spec)).Append(Unit(spec)).Append('.');
        if (kind == ChartKind.Bar)
        {
            AddBars(text, spec);
        }
        else
        {
            AddSeries(text, spec);
        }

        return text.ToString();
    }

    private static string Kind(ChartKind kind, string language) => kind switch
    {
        ChartKind.Line => ChartWords.Of(language, "Liniendiagramm", "Wykres liniowy", "Line chart"),
        ChartKind.Bar => ChartWords.Of(language, "Balkendiagramm", "Wykres słupkowy poziomy", "Bar chart"),
        _ => ChartWords.Of(language, "Säulendiagramm", "Wykres kolumnowy", "Column chart"),
    };

    private static string Count(ChartKind kind, ChartSpec spec)
    {
        var count = spec.Series.Count;
        var number = NumberFormat.Value(count, 0, spec.Language);
        return (kind == ChartKind.Bar, spec.Language) switch
        {
            (true, "de") => $"{number} Balken",
            (true, "pl") => ChartWords.Counted(count, number, "słupek", "słupki", "słupków"),
            (true, _) => count == 1 ? $"{number} bar" : $"{number} bars",
            (_, "de") => count == 1 ? $"{number} Reihe" : $"{number} Reihen",
            (_, "pl") => ChartWords.Counted(count, number, "seria", "serie", "serii"),
            _ => $"{number} series",
        };
    }

    private static string Unit(ChartSpec spec) => spec.Unit.Length == 0 ? "" : $" ({spec.Unit})";

    private static void AddBars(StringBuilder text, ChartSpec spec)
    {
        var last = spec.Series.Where(s => s.Points.Count > 0).Select(s => (s.Name, Point: s.Points[^1])).ToArray();
        var periods = last.Select(l => l.Point.Period).Distinct().ToArray();
        if (periods.Length == 1)
        {
            text.Append(' ').Append(DateFormat.Period(periods[0], spec.Language)).Append(':');
        }

        for (var i = 0; i < last.Length; i++)
        {
            var (name, point) = last[i];
            text.Append(i == 0 ? " " : "; ").Append(name);
            if (periods.Length > 1)
            {
                text.Append(" (").Append(DateFormat.Period(point.Period, spec.Language)).Append(')');
            }

            text.Append(' ').Append(ChartWords.Value(spec, point));
            AddDoubt(text, spec, point);
        }

        text.Append('.');
        AddTargets(text, spec);
    }

    private static void AddSeries(StringBuilder text, ChartSpec spec)
    {
        var looks = Look.Of(spec);
        for (var i = 0; i < looks.Length; i++)
        {
            if (looks[i] != Look.Grey)
            {
                AddOne(text, spec, i);
            }
        }

        if (Array.FindAll(looks, l => l == Look.Grey).Length is > 0 and var others)
        {
            text.Append(' ').Append(Others(others, spec.Language));
        }

        AddTargets(text, spec);
    }

    /// <summary>Hamburg: from 2,010 (2009) to 16,188 (2024); highest 22,908 (2023), lowest 2,010 (2009); no figure for 9 periods.</summary>
    private static void AddOne(StringBuilder text, ChartSpec spec, int index)
    {
        var series = spec.Series[index];
        var facts = Facts.Of(spec, index);
        text.Append(' ').Append(series.Name).Append(": ");
        if (facts.First is null)
        {
            text.Append(ChartWords.Missing(spec.Language));
        }
        else if (facts.First == facts.Last)
        {
            AddValue(text, spec, facts.First);
        }
        else
        {
            AddRange(text, spec, facts);
        }

        AddMissing(text, spec, facts);
        AddBreaks(text, spec, index);
        text.Append('.');
    }

    private static void AddRange(StringBuilder text, ChartSpec spec, Facts facts)
    {
        text.Append(ChartWords.Of(spec.Language, "von ", "od ", "from "));
        AddValue(text, spec, facts.First!);
        text.Append(ChartWords.Of(spec.Language, " auf ", " do ", " to "));
        AddValue(text, spec, facts.Last!);
        if (facts.Highest!.Value == facts.Lowest!.Value)
        {
            text.Append(ChartWords.Of(spec.Language, "; alle Werte gleich", "; wszystkie wartości równe", "; all values equal"));
            return;
        }

        text.Append(ChartWords.Of(spec.Language, "; höchster Wert ", "; najwyższa wartość ", "; highest "));
        AddValue(text, spec, facts.Highest);
        text.Append(ChartWords.Of(spec.Language, ", niedrigster ", ", najniższa ", ", lowest "));
        AddValue(text, spec, facts.Lowest);
    }

    private static void AddValue(StringBuilder text, ChartSpec spec, ChartPoint point)
    {
        text.Append(ChartWords.Value(spec, point)).Append(" (").Append(DateFormat.Period(point.Period, spec.Language));
        if (ChartWords.Doubt(point, spec.Language) is { } doubt)
        {
            text.Append(", ").Append(doubt);
        }

        text.Append(')');
    }

    private static void AddDoubt(StringBuilder text, ChartSpec spec, ChartPoint point)
    {
        if (point.IsDrawn && ChartWords.Doubt(point, spec.Language) is { } doubt)
        {
            text.Append(" (").Append(doubt).Append(')');
        }
    }

    private static void AddMissing(StringBuilder text, ChartSpec spec, Facts facts)
    {
        if (facts.Missing > 0)
        {
            text.Append("; ").Append(MissingPeriods(facts.Missing, spec.Language));
        }

        if (facts.Confidential > 0)
        {
            text.Append("; ").Append(ConfidentialValues(facts.Confidential, spec.Language));
        }
    }

    private static string MissingPeriods(int count, string language)
    {
        var number = NumberFormat.Value(count, 0, language);
        return language switch
        {
            "de" => count == 1 ? $"für {number} Zeitraum keine Angabe" : $"für {number} Zeiträume keine Angabe",
            "pl" => $"brak danych za {ChartWords.Counted(count, number, "okres", "okresy", "okresów")}",
            _ => count == 1 ? $"no figure for {number} period" : $"no figure for {number} periods",
        };
    }

    private static string ConfidentialValues(int count, string language)
    {
        var number = NumberFormat.Value(count, 0, language);
        return language switch
        {
            "de" => count == 1 ? $"{number} Wert geheim gehalten" : $"{number} Werte geheim gehalten",
            "pl" => ChartWords.Counted(count, number, "wartość objęta", "wartości objęte", "wartości objętych") + " tajemnicą statystyczną",
            _ => count == 1 ? $"{number} value confidential" : $"{number} values confidential",
        };
    }

    private static void AddBreaks(StringBuilder text, ChartSpec spec, int series)
    {
        foreach (var cut in spec.Breaks)
        {
            if (Joins.Cuts(cut, series))
            {
                text.Append(ChartWords.Of(spec.Language, "; Bruch ab ", "; przerwa w szeregu od ", "; break in the series from "))
                    .Append(DateFormat.Long(cut.Day, spec.Language))
                    .Append(ChartWords.Of(spec.Language, ", Anmerkung ", ", uwaga ", ", note "))
                    .Append(NumberFormat.Value(cut.Note, 0, spec.Language));
            }
        }
    }

    private static void AddTargets(StringBuilder text, ChartSpec spec)
    {
        foreach (var target in spec.Targets)
        {
            text.Append(' ').Append(ChartWords.Of(spec.Language, "Zielwert", "Wartość docelowa", "Target")).Append(" – ").Append(target.Name).Append(": ")
                .Append(ChartWords.Number(spec, target.Value)).Append(When(target, spec.Language)).Append('.');
        }
    }

    private static string When(ChartTarget target, string language) => target switch
    {
        { Due: { } due } => ChartWords.Of(language, " bis ", " do ", " by ") + DateFormat.Long(due, language),
        { Set: { } set } => ChartWords.Of(language, ", gesetzt am ", ", wyznaczono ", ", set on ") + DateFormat.Long(set, language),
        _ => "",
    };

    private static string Others(int count, string language)
    {
        var number = NumberFormat.Value(count, 0, language);
        return language switch
        {
            "de" => count == 1 ? $"{number} weitere Reihe steht in der Tabelle." : $"{number} weitere Reihen stehen in der Tabelle.",
            "pl" => $"Pozostałe dane ({ChartWords.Counted(count, number, "seria", "serie", "serii")}) znajdują się w tabeli.",
            _ => $"{number} more series in the table.",
        };
    }

    /// <summary>What a sentence about one series needs.</summary>
    private sealed record Facts
    {
        public ChartPoint? First { get; private set; }

        public ChartPoint? Last { get; private set; }

        public ChartPoint? Highest { get; private set; }

        public ChartPoint? Lowest { get; private set; }

        /// <summary>Periods without a figure between the first and the last point, and points without one.</summary>
        public int Missing { get; private set; }

        public int Confidential { get; private set; }

        public static Facts Of(ChartSpec spec, int series)
        {
            var facts = new Facts();
            var points = spec.Series[series].Points;
            for (var i = 0; i < points.Count; i++)
            {
                facts.Missing += i == 0 ? 0 : Joins.MissingBetween(spec, points[i - 1].Period, points[i].Period);
                facts.Add(points[i]);
            }

            return facts;
        }

        private void Add(ChartPoint point)
        {
            if (point.IsConfidential)
            {
                Confidential++;
            }
            else if (point.Value is { } value)
            {
                First ??= point;
                Last = point;
                Highest = Highest is null || value > Highest.Value ? point : Highest;
                Lowest = Lowest is null || value < Lowest.Value ? point : Lowest;
            }
            else
            {
                Missing++;
            }
        }
    }
}
