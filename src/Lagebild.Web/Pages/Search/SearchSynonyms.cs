namespace Lagebild.Web.Pages.Search;

/// <summary>Words that people type for what the catalogue names otherwise, folded, each with the words it also stands for.</summary>
internal static class SearchSynonyms
{
    private static readonly Dictionary<string, string[]> All = new(StringComparer.Ordinal)
    {
        ["arbeit"] = ["beschaftigte", "beschaftigungsquote", "erwerbstatige"],
        ["jobs"] = ["beschaftigte", "employees", "employment"],
        ["einwohner"] = ["bevolkerung"],
        ["kinder"] = ["minderjahrige"],
        ["uma"] = ["minderjahrige", "minderjahriger"],
        ["umf"] = ["minderjahrige", "minderjahriger"],
        ["heim"] = ["unterkunft", "gemeinschaftsunterkunft", "platze"],
        ["wohnen"] = ["unterbringung"],
        ["schule"] = ["schulerinnen", "vorbereitungsklassen"],
        ["gefluchtete"] = ["fluchtlinge", "schutzsuchende", "gefluchtete"],
        ["asylbewerber"] = ["asylbewerberinnen", "schutzsuchende"],
        ["abschiebung"] = ["ruckfuhrungen"],
        ["frauen"] = ["weiblich"],
        ["manner"] = ["mannlich"],
        ["praca"] = ["pracujacy", "pracownicy", "prace", "zatrudnienia"],
        ["mieszkancy"] = ["ludnosc"],
        ["mieszkania"] = ["zakwaterowanie", "zakwaterowania"],
        ["dzieci"] = ["maloletni", "maloletnich"],
        ["szkola"] = ["uczniowie", "klasy"],
        ["szkoly"] = ["uczniowie", "klasy"],
        ["kobiety"] = ["kobiety", "plec"],
        ["deportacje"] = ["wydalenia"],
        ["osrodki"] = ["miejsca", "osrodek"],
        ["work"] = ["employment", "employed", "working"],
        ["housing"] = ["accommodation", "places"],
        ["camps"] = ["accommodation", "places", "reception"],
        ["children"] = ["minors"],
        ["school"] = ["pupils", "classes"],
        ["women"] = ["female"],
        ["inhabitants"] = ["population"],
        ["residents"] = ["population"],
        ["deportations"] = ["removals"],
    };

    /// <summary>Empty for most words.</summary>
    public static IReadOnlyList<string> Of(string word) => All.GetValueOrDefault(word) ?? [];
}
