using System.Text;
using Lagebild.Statistics;

namespace Lagebild.Charts;

/// <summary>A chart in words, made from its data.</summary>
public static class TextAlternative
{
    /// <summary>
    /// Kind and number of series; for each series that has a colour first, last, highest and lowest value with their periods, gaps, what is confidential,
    /// and breaks; how many series more there are. For bars, stacks and points of one or two periods each value once. In the language of the spec; also the SVG's description.
    /// </summary>
    public static string Of(ChartSpec whole, ChartKind kind)
    {
        var spec = Shown.Of(whole, kind);
        if (!spec.Series.Any(s => s.Points.Count > 0))
        {
            return ChartWords.NoData(spec.Language);
        }

        var text = new StringBuilder(256);
        text.Append(Kind(spec, kind)).Append(": ").Append(Count(kind, spec)).Append(Unit(spec, kind)).Append('.');
        Add(text, spec, kind);
        return text.ToString();
    }

    private static void Add(StringBuilder text, ChartSpec spec, ChartKind kind)
    {
        switch (kind)
        {
            case ChartKind.Bar:
                AddBars(text, spec);
                break;
            case ChartKind.GroupedBar:
                AddGroups(text, spec);
                break;
            case ChartKind.Stacked or ChartKind.StackedShare:
                AddStacks(text, spec, kind == ChartKind.StackedShare);
                break;
            case ChartKind.Ranking or ChartKind.Slope:
                AddPairs(text, spec, kind);
                break;
            case ChartKind.SmallMultiples:
                AddPanels(text, spec);
                break;
            default:
                AddSeries(text, spec);
                break;
        }
    }

    private static string Kind(ChartSpec spec, ChartKind kind) => kind switch
    {
        ChartKind.Line => ChartWords.Of(spec.Language, "Liniendiagramm", "Wykres liniowy", "Line chart"),
        ChartKind.Bar => ChartWords.Of(spec.Language, "Balkendiagramm", "Wykres słupkowy poziomy", "Bar chart"),
        ChartKind.Column => ChartWords.Of(spec.Language, "Säulendiagramm", "Wykres kolumnowy", "Column chart"),
        ChartKind.GroupedBar => ChartWords.Of(spec.Language, "Gruppiertes Balkendiagramm", "Wykres słupkowy grupowany", "Grouped bar chart"),
        ChartKind.Stacked => ChartWords.Of(spec.Language, "Gestapeltes Diagramm", "Wykres słupkowy skumulowany", "Stacked bar chart"),
        ChartKind.StackedShare => ChartWords.Of(spec.Language, "Auf 100\u00a0% gestapeltes Diagramm", "Wykres słupkowy skumulowany do 100%", "Bar chart stacked to 100%"),
        ChartKind.SmallMultiples when spec.OwnScale => ChartWords.Of(spec.Language, "Liniendiagramme mit eigenen Achsen, nicht vergleichbar", "Wykresy liniowe z własnymi osiami, nieporównywalne", "Line charts with axes of their own, not comparable"),
        ChartKind.SmallMultiples => ChartWords.Of(spec.Language, "Liniendiagramme mit gleicher Achse", "Wykresy liniowe o wspólnej osi", "Line charts with one axis"),
        ChartKind.Ranking => ChartWords.Of(spec.Language, "Punktdiagramm", "Wykres punktowy", "Dot chart"),
        ChartKind.Slope => ChartWords.Of(spec.Language, "Zwei Zeitpunkte, mit Linien verbunden", "Dwa okresy połączone liniami", "Two periods joined by lines"),
        _ => ChartWords.Of(spec.Language, "Liniendiagramm, ", "Wykres liniowy, ", "Line chart, ") + OnsetAxis.Of(spec).Title(spec.Language),
    };

    private static string Count(ChartKind kind, ChartSpec spec) => kind switch
    {
        ChartKind.Bar => Bars(spec.Series.Count, spec.Language),
        ChartKind.GroupedBar => Bars(spec.Series.Sum(s => s.Points.Count), spec.Language),
        ChartKind.Stacked or ChartKind.StackedShare => $"{Parts(Stack.Names(spec).Count, spec.Language)}, {Bars(Stack.Of(spec).Count, spec.Language)}",
        _ => Series(spec.Series.Count(s => s.Points.Count > 0 || kind is ChartKind.Line or ChartKind.Column), spec.Language),
    };

    private static string Bars(int count, string language) => ChartWords.Counted(count, language, ("Balken", "Balken"), ("słupek", "słupki", "słupków"), ("bar", "bars"));

    private static string Parts(int count, string language) => ChartWords.Counted(count, language, ("Teil", "Teile"), ("część", "części", "części"), ("part", "parts"));

    private static string Series(int count, string language) => ChartWords.Counted(count, language, ("Reihe", "Reihen"), ("seria", "serie", "serii"), ("series", "series"));

    private static string Unit(ChartSpec spec, ChartKind kind) =>
        kind == ChartKind.SmallMultiples && spec.OwnScale && spec.Series.Any(s => s.Unit is not null) ? ""
        : spec.Unit.Length == 0 ? "" : $" ({spec.Unit})";

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

    /// <summary>Hamburg: women 12, men 14; Kiel: women no figure, men 3. Each period where they differ.</summary>
    private static void AddGroups(StringBuilder text, ChartSpec spec)
    {
        var grouped = Shown.IsGrouped(spec);
        var one = grouped ? OnePeriod(spec) : null;
        if (one is { } period)
        {
            text.Append(' ').Append(DateFormat.Period(period, spec.Language)).Append('.');
        }

        foreach (var group in spec.Series.Where(s => s.Points.Count > 0).GroupBy(s => grouped ? s.Group ?? "" : s.Name))
        {
            var values = group.SelectMany(s => s.Points.Select(p => $"{(grouped ? s.Name : DateFormat.Period(p.Period, spec.Language))} {Said(spec, p, grouped && one is null)}"));
            text.Append(' ').Append(group.Key).Append(group.Key.Length > 0 ? ": " : "").AppendJoin("; ", values).Append('.');
        }

        AddTargets(text, spec);
    }

    private static Period? OnePeriod(ChartSpec spec)
    {
        var periods = spec.Series.SelectMany(s => s.Points).Select(p => p.Period).Distinct().Take(2).ToArray();
        return periods.Length == 1 ? periods[0] : null;
    }

    /// <summary>The value with its doubt, and its period where it is not known from the context: 16,188 (2024, provisional).</summary>
    private static string Said(ChartSpec spec, ChartPoint point, bool withPeriod)
    {
        var period = withPeriod ? DateFormat.Period(point.Period, spec.Language) : null;
        var doubt = point.IsDrawn ? ChartWords.Doubt(point, spec.Language) : null;
        var brackets = string.Join(", ", new[] { period, doubt }.OfType<string>());
        return ChartWords.Value(spec, point) + (brackets.Length == 0 ? "" : $" ({brackets})");
    }

    /// <summary>Up to twelve bars each with its parts, of more only the course of each part; and which are not whole.</summary>
    private static void AddStacks(StringBuilder text, ChartSpec spec, bool asShares)
    {
        var stacks = Stack.Of(spec);
        var names = Stack.Names(spec);
        if (stacks.Count > MostStacks)
        {
            AddSeries(text, spec);
        }
        else
        {
            foreach (var stack in stacks)
            {
                AddStack(text, spec, stack, names, asShares);
            }
        }
    }

    private const int MostStacks = 12;

    private static void AddStack(StringBuilder text, ChartSpec spec, Stack stack, IReadOnlyList<string> names, bool asShares)
    {
        var period = DateFormat.Period(stack.Period, spec.Language);
        text.Append(' ').Append(stack.Group is { } group ? $"{group}, {period}: " : $"{period}: ");
        if (asShares && (stack.State != StackState.Whole || stack.Sum == 0))
        {
            text.Append(ChartWords.NotDrawn(spec.Language)).Append(", ").Append(Why(spec, stack)).Append('.');
            return;
        }

        text.AppendJoin("; ", names.Select((n, i) => $"{n} {(stack.Parts[i].Point is not { } point ? ChartWords.Missing(spec.Language) : asShares ? ChartWords.Share(point, stack.Sum, spec.Language, withSign: true) : Said(spec, point, false))}"));
        if (stack.Whole is { } whole && !asShares && stack.State != StackState.Confidential)
        {
            text.Append("; ").Append(ChartWords.Together(spec.Language)).Append(' ').Append(Said(spec, whole, false));
        }

        text.Append(stack.State is StackState.Incomplete or StackState.Refused ? $"; {Why(spec, stack)}." : ".");
    }

    private static string Why(ChartSpec spec, Stack stack) => stack.State switch
    {
        StackState.Confidential => ChartWords.PartConfidential(spec.Language),
        StackState.Empty => ChartWords.Missing(spec.Language),
        StackState.Incomplete => ChartWords.PartMissing(spec.Language),
        StackState.Refused => ChartWords.PartsExceed(spec.Language),
        _ => ChartWords.Number(spec, 0),
    };

    /// <summary>Hamburg from 7.2 (2022) to 7.9 (2023); Kiel 5 (2023). In the order of the spec.</summary>
    private static void AddPairs(StringBuilder text, ChartSpec spec, ChartKind kind)
    {
        var one = OnePeriod(spec);
        var shown = spec.Series.Select((s, i) => (Series: s, Index: i)).Where(s => s.Series.Points.Count > 0).ToArray();
        if (one is { } period)
        {
            text.Append(' ').Append(DateFormat.Period(period, spec.Language)).Append(':');
        }

        for (var i = 0; i < shown.Length; i++)
        {
            var (series, index) = shown[i];
            text.Append(i == 0 ? " " : "; ").Append(series.Name).Append(' ').Append(Pair(spec, series.Points, one is null));
            if (series.Points.Count > 1 && Joins.BreakBetween(spec, index, series.Points[0].Period, series.Points[^1].Period) is { } cut)
            {
                text.Append(", ").Append(BreakWords(cut, spec.Language));
            }
        }

        text.Append('.');
        if (kind == ChartKind.Ranking)
        {
            AddTargets(text, spec);
        }
    }

    private static string Pair(ChartSpec spec, IReadOnlyList<ChartPoint> points, bool withPeriod) =>
        points.Count == 1 ? Said(spec, points[0], withPeriod)
        : !points[0].IsDrawn || !points[^1].IsDrawn ? $"{Said(spec, points[0], true)}, {Said(spec, points[^1], true)}"
        : ChartWords.Of(spec.Language, "von ", "od ", "from ") + Said(spec, points[0], true) + ChartWords.Of(spec.Language, " auf ", " do ", " to ") + Said(spec, points[^1], true);

    /// <summary>Each panel in its own unit.</summary>
    private static void AddPanels(StringBuilder text, ChartSpec spec)
    {
        for (var i = 0; i < spec.Series.Count; i++)
        {
            if (spec.Series[i].Points.Count > 0)
            {
                AddOne(text, Shown.Panel(spec, i), 0);
            }
        }

        AddTargets(text, spec);
    }

    private static void AddSeries(StringBuilder text, ChartSpec spec)
    {
        var looks = Look.Of(spec);
        for (var i = 0; i < looks.Length; i++)
        {
            if (looks[i] != Look.Grey && (spec.Series[i].Points.Count > 0 || spec.Series[i].Onset is null))
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
        text.Append(' ').Append(series.Name).Append(series.Unit is { Length: > 0 } unit && spec.OwnScale ? $" ({unit}): " : ": ");
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
                text.Append("; ").Append(BreakWords(cut, spec.Language));
            }
        }
    }

    private static string BreakWords(ChartBreak cut, string language) =>
        ChartWords.Of(language, "Bruch ab ", "przerwa w szeregu od ", "break in the series from ") + DateFormat.Long(cut.Day, language)
        + ChartWords.Of(language, ", Anmerkung ", ", uwaga ", ", note ") + NumberFormat.Value(cut.Note, 0, language);

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
