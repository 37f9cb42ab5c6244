namespace Lagebild.Charts;

/// <summary>Maps values to units along one direction. An empty domain maps to the middle.</summary>
internal readonly record struct LinearScale(double Low, double High, double From, double To)
{
    public double Map(double value) => High > Low ? From + ((value - Low) / (High - Low) * (To - From)) : (From + To) / 2;
}
