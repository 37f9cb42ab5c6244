namespace Lagebild.Web.Pages.Search;

/// <summary>
/// All that can be found, by its words. A word of the query fits a word of the index, in this order, where they are equal, have the same stem in a language of that
/// text, where one begins the other, is part of a compound, or where both begin alike. Unchangeable.
/// </summary>
public sealed class SearchIndex
{
    private const double Equal = 1;
    private const double SameStem = 0.9;
    private const double Begins = 0.75;
    private const double InCompound = 0.5;
    private const double BeginAlike = 0.4;

    private const double WholeCode = 20;

    private static readonly string[] Languages = ["de", "pl", "en"];

    private readonly IReadOnlyList<SearchEntry> _entries;
    private readonly Dictionary<string, Word> _words = new(StringComparer.Ordinal);
    private readonly ILookup<string, int> _codes;

    public SearchIndex(IReadOnlyList<SearchEntry> entries)
    {
        _entries = entries;
        _codes = entries.SelectMany((e, at) => e.Codes.Select(c => (Code: Whole(c), At: at))).ToLookup(c => c.Code, c => c.At, StringComparer.Ordinal);
        for (var at = 0; at < entries.Count; at++)
        {
            Add(at);
        }
    }

    /// <summary>Entries that hold all words of the query, or some where none holds all; best first.</summary>
    public SearchResult Find(string query, string language)
    {
        var asked = SearchText.Asked(query).Take(12).Select(Asked).ToArray();
        var found = Score(asked, language);
        var hits = Ranked(found.Where(f => f.Value.Matched == asked.Length));
        var codes = _codes[Whole(query)].Select(at => new SearchHit { Entry = _entries[at], Score = WholeCode }).ToArray();
        var holdAll = hits.Count + codes.Length > 0;
        var region = codes.Length > 0 ? null : NamedRegion(asked, found);
        return new()
        {
            Hits = [.. codes, .. (holdAll ? hits : Ranked(found)).Where(h => !codes.Any(c => c.Entry == h.Entry))],
            HoldAll = holdAll,
            Region = region?.Entry,
            InRegion = region is null ? [] : Ranked(Score([.. asked.Except(region.Words)], language).Where(f => f.Value.Matched == asked.Length - region.Words.Count && _entries[f.Key].Kind == EntryKind.Indicator)),
            DidYouMean = holdAll ? null : Meant(query, asked, language),
        };
    }

    private void Add(int at)
    {
        foreach (var field in _entries[at].Fields)
        {
            var size = SearchText.Words(field.Text).Count;
            foreach (var text in SearchText.Spellings(field.Text))
            {
                if (!_words.TryGetValue(text, out var word))
                {
                    _words[text] = word = new(text);
                }

                word.Places.Add(new(at, field, size));
            }
        }
    }

    /// <summary>By entry how many of the words it holds, and how well.</summary>
    private Dictionary<int, Match> Score(IReadOnlyList<AskedWord> asked, string language)
    {
        var found = new Dictionary<int, Match>();
        foreach (var (word, number) in asked.Select((w, i) => (w, i)))
        {
            foreach (var (entry, score) in BestPlaces(word, language))
            {
                var match = found.GetValueOrDefault(entry);
                found[entry] = new(match.Matched + 1, match.Score + score);
            }
        }

        return found;
    }

    private Dictionary<int, double> BestPlaces(AskedWord asked, string language)
    {
        var best = new Dictionary<int, double>();
        foreach (var word in _words.Values.Where(w => asked.Quality(w, null) > 0))
        {
            foreach (var place in word.Places)
            {
                var quality = asked.Quality(word, place.Field.Language);
                var score = quality * place.Field.Weight * Own(place.Field, language) * Short(place);
                if (quality > 0 && score > best.GetValueOrDefault(place.Entry))
                {
                    best[place.Entry] = score;
                }
            }
        }

        return best;
    }

    /// <summary>The reader's own language first.</summary>
    private static double Own(SearchField field, string language) => field.Language is null || field.Language == language ? 1 : 0.8;

    /// <summary>A word of a short name says more than one of a long one.</summary>
    private static double Short(Place place) => place.Field.IsName ? 0.8 + (0.2 / place.Size) : 1;

    private IReadOnlyList<SearchHit> Ranked(IEnumerable<KeyValuePair<int, Match>> found) =>
        [.. found.Select(f => new SearchHit { Entry = _entries[f.Key], Score = f.Value.Score * _entries[f.Key].Weight })
            .OrderByDescending(h => h.Score).ThenBy(h => h.Entry.Kind).ThenBy(h => h.Entry.Code, StringComparer.Ordinal)];

    /// <summary>The region whose whole name stands in the query beside other words; of several the one with most words, then the likeliest.</summary>
    private Named? NamedRegion(IReadOnlyList<AskedWord> asked, Dictionary<int, Match> found) => found.Keys
        .Where(at => _entries[at].Kind == EntryKind.Region)
        .SelectMany(at => _entries[at].Fields.Where(f => f.IsName).Select(f => new Named(_entries[at], NameWords(f, asked))))
        .Where(n => n.Words.Count > 0 && n.Words.Count < asked.Count)
        .OrderByDescending(n => n.Words.Count).ThenByDescending(n => n.Entry.Weight).ThenBy(n => n.Entry.Code, StringComparer.Ordinal)
        .FirstOrDefault();

    /// <summary>The words of the query that make a name whole; empty where one of the name is missing.</summary>
    private IReadOnlyList<AskedWord> NameWords(SearchField name, IReadOnlyList<AskedWord> asked)
    {
        var words = SearchText.Words(name.Text).Select(w => asked.FirstOrDefault(a => a.Quality(_words[w], name.Language) >= SameStem)).ToArray();
        return words.Contains(null) ? [] : [.. words.OfType<AskedWord>().Distinct()];
    }

    /// <summary>Each word that fits nothing replaced by the nearest there is; null where there is none for any.</summary>
    private string? Meant(string query, IReadOnlyList<AskedWord> asked, string language)
    {
        var unknown = asked.Where(a => BestPlaces(a, language).Count == 0).Select(a => a.Text).ToHashSet(StringComparer.Ordinal);
        var words = query.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => Replaced(w, unknown, language)).ToArray();
        return unknown.Count > 0 && !words.Contains(null) ? string.Join(' ', words) : null;
    }

    private string? Replaced(string written, HashSet<string> unknown, string language) =>
        SearchText.Words(written) is [var word] && unknown.Contains(word) ? Nearest(word, language) : written;

    /// <summary>A word of a name at most one letter off, two from eight letters on, as it is written there.</summary>
    private string? Nearest(string word, string language)
    {
        var most = word.Length switch { < 4 => 0, < 8 => 1, _ => 2 };
        var near = _words.Values
            .Where(w => Math.Abs(w.Text.Length - word.Length) <= most)
            .SelectMany(w => w.Places.Where(p => p.Field.IsName).Select(p => (Word: w.Text, Place: p, Off: SearchText.Distance(word, w.Text))))
            .Where(w => w.Off <= most)
            .OrderBy(w => w.Off).ThenByDescending(w => Own(w.Place.Field, language)).ThenByDescending(w => _entries[w.Place.Entry].Weight).ThenBy(w => w.Word, StringComparer.Ordinal)
            .FirstOrDefault();
        return near.Word is null ? null : Written(near.Place.Field.Text, near.Word);
    }

    /// <summary>The word of a text that is looked up as the one given.</summary>
    private static string Written(string text, string word) => text.Replace("\u00AD", "", StringComparison.Ordinal)
        .Split([' ', '-', '–', '(', ')', ',', '/'], StringSplitOptions.RemoveEmptyEntries)
        .FirstOrDefault(w => SearchText.Spellings(w).Contains(word)) ?? word;

    private static AskedWord Asked(string word) => new(word, [.. Languages.Select(l => SearchText.Stem(word, l))], SearchSynonyms.Of(word));

    private static string Whole(string code) => code.Trim().ToUpperInvariant();

    private readonly record struct Match(int Matched, double Score);

    private sealed record Named(SearchEntry Entry, IReadOnlyList<AskedWord> Words);

    private sealed record Place(int Entry, SearchField Field, int Size);

    private sealed class Word(string text)
    {
        public string Text { get; } = text;

        public string[] Stems { get; } = [.. Languages.Select(l => SearchText.Stem(text, l))];

        public List<Place> Places { get; } = [];
    }

    private sealed record AskedWord(string Text, string[] Stems, IReadOnlyList<string> Synonyms)
    {
        /// <summary>From 0 (does not fit) to 1.</summary>
        public double Quality(Word word, string? language)
        {
            if (word.Text == Text)
            {
                return Equal;
            }

            return HasStem(word, language) ? SameStem
                : Synonyms.Contains(word.Text) || (Text.Length >= 3 && word.Text.StartsWith(Text, StringComparison.Ordinal)) ? Begins
                : Stems[0].Length >= 5 && word.Text.Contains(Stems[0], StringComparison.Ordinal) ? InCompound
                : IsAlike(word.Text) ? BeginAlike : 0;
        }

        private bool HasStem(Word word, string? language)
        {
            for (var at = 0; at < Languages.Length; at++)
            {
                if (Stems[at] == word.Stems[at] && (language is null || language == Languages[at]))
                {
                    return true;
                }
            }

            return false;
        }

        /// <summary>Five letters and three fifths of the longer word.</summary>
        private bool IsAlike(string other)
        {
            var shorter = Math.Min(Text.Length, other.Length);
            var same = 0;
            while (same < shorter && Text[same] == other[same])
            {
                same++;
            }

            return same >= 5 && same * 5 >= Math.Max(Text.Length, other.Length) * 3;
        }
    }
}
