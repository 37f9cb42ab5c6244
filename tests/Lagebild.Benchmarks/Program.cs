using Lagebild.Benchmarks;

return args switch
{
    ["chart"] => ChartBenchmark.Run(),
    ["page"] => await PageBenchmark.RunAsync(),
    ["import"] => await ImportBenchmark.RunAsync(),
    [ImportBenchmark.WarmChild, var file, var database] => await ImportBenchmark.RunWarmChildAsync(file, database),
    [ImportBenchmark.Child, var file, var database] => await ImportBenchmark.RunChildAsync(file, database),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: Lagebild.Benchmarks import | chart | page");
    return 2;
}
