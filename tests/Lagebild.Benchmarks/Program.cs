Console.WriteLine("usage: Lagebild.Benchmarks import | chart"); return 2;
